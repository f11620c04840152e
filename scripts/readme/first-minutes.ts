/** The first minutes of somebody new: what the commands print in an ordinary repository, from the first run to a green pipeline. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const BLOCK = /^<!-- first minutes -->\n[\s\S]*?^<!-- \/first minutes -->$/m;

/** A small shop as there are many: a layout, two parts, two pages, and nothing of taglint. */
const SHOP: Readonly<Record<string, string>> = {
  '.github/dependabot.yml': 'version: 2\nupdates: []\n',
  'templates/base.html': `<!doctype html>
<html lang="en">
<head>
  <title>{% block title %}Garden shop{% endblock %}</title>
  {% include "parts/analytics.html" %}
  {% include "parts/pixel.html" %}
</head>
<body>
  {% block content %}{% endblock %}
</body>
</html>
`,
  'templates/parts/analytics.html': `<script async src="https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag() { dataLayer.push(arguments); }
  gtag('js', new Date());
  gtag('config', 'G-ABCDE12345');
</script>
`,
  'templates/parts/pixel.html': `<script async src="https://connect.facebook.net/en_US/fbevents.js"></script>
<script>
  window.fbq = window.fbq || function () { (fbq.queue = fbq.queue || []).push(arguments); };
  if (document.cookie.indexOf('optout=1') < 0) {
    fbq('init', '100000000000001');
    fbq('track', 'PageView');
  }
</script>
`,
  'templates/home.html': '{% extends "base.html" %}\n{% block content %}<h1>Spring is here</h1>{% endblock %}\n',
  'templates/newsletter.html': `{% extends "base.html" %}
{% block content %}
<form id="newsletter"><input type="email" name="email"></form>
{% endblock %}
`,
};

/** Somebody adds a recorder, without a thought of consent. */
const NEW_TAG = `{% extends "base.html" %}
{% block content %}
<h1>Spring is here</h1>
<script async src="https://static.hotjar.com/c/hotjar-1000001.js?sv=6"></script>
{% endblock %}
`;

interface Step {
  /** What is typed. */
  readonly typed: string;
  /** A comment in front of it. */
  readonly comment?: string;
  /** Lines that are shown; the others are left out. */
  readonly most?: number;
}

const workflowSchema = z.object({
  jobs: z.object({ taglint: z.object({ steps: z.array(z.object({ run: z.string().optional() })) }) }),
});

/** @param command runs taglint, in whatever folder it is started; stands for what npx would find */
export function firstMinutes(command: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'taglint-first-minutes-'));
  try {
    const shop = join(folder, 'garden-shop');
    for (const [path, text] of Object.entries(SHOP)) put(join(shop, path), text);
    const shell = shellIn(shop, shim(join(folder, 'bin'), command), folder);
    shell('git init -q && git add . && git commit -qm "The shop"');
    const show = ({ typed, comment, most = 1_000 }: Step): string[] => {
      const printed = shell(typed).trimEnd();
      const lines = printed === '' ? [] : printed.split('\n');
      const shown = lines.length > most ? [...lines.slice(0, most), '  …'] : lines;
      return [...(comment === undefined ? [] : [`# ${comment}`]), `$ ${typed}`, ...shown, ''];
    };
    const parts = [
      show({ typed: 'npx taglint', most: 16 }),
      show({ typed: 'npx taglint init' }),
      show({ typed: 'npx taglint baseline' }),
      show({
        typed: 'git add . && git commit -qm "taglint looks at every commit"',
        comment: 'the hook runs: what is known stops nobody',
      }),
    ];
    put(join(shop, 'templates/home.html'), NEW_TAG);
    parts.push(
      show({
        typed: 'git commit -qam "A recorder on the front page" || git checkout -q HEAD templates/home.html',
        comment: 'what is new does',
        most: 10,
      }),
      show({ typed: workflowCommand(shop), comment: 'what the workflow runs, on what was committed: green' }),
    );
    return `${parts.flat().join('\n').trimEnd()}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text with the block of the first minutes filled in. @throws Error where it has none */
export function withFirstMinutes(text: string, transcript: string): string {
  if (!BLOCK.test(text)) throw new Error('there is no block for the first minutes');
  return text.replace(
    BLOCK,
    () => `<!-- first minutes -->\n\`\`\`console\n${transcript}\`\`\`\n<!-- /first minutes -->`,
  );
}

/** What the workflow that `init` wrote runs in the end. */
function workflowCommand(shop: string): string {
  const workflow = workflowSchema.parse(parse(readFileSync(join(shop, '.github/workflows/taglint.yml'), 'utf8')));
  const command = workflow.jobs.taglint.steps.flatMap(({ run }) => run ?? []).at(-1);
  if (command === undefined) throw new Error('the workflow runs nothing');
  return command;
}

/** A folder with an `npx` that runs the command for taglint. */
function shim(folder: string, command: readonly string[]): string {
  const quoted = command.map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
  const file = join(folder, 'npx');
  put(file, `#!/bin/sh\nwhile [ "\${1#-}" != "$1" ]; do shift; done\nshift\nexec ${quoted} "$@"\n`);
  chmodSync(file, 0o755);
  return folder;
}

function shellIn(cwd: string, bin: string, home: string): (line: string) => string {
  const { PATH = '' } = process.env;
  const env = {
    PATH: `${bin}${delimiter}${PATH}`,
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A developer',
    GIT_AUTHOR_EMAIL: 'developer@shop.example',
    GIT_COMMITTER_NAME: 'A developer',
    GIT_COMMITTER_EMAIL: 'developer@shop.example',
  };
  return (line) => {
    const { error, stdout } = spawnSync('sh', ['-c', `{ ${line}\n} 2>&1`], { cwd, env, encoding: 'utf8' });
    if (error) throw error;
    return stdout;
  };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
