/**
 * Which files the name in an include can mean, by the conventions of the languages. The addresses are for a resolver: `./x` is
 * relative to the including file, `/x` is tried from its folder upwards, `**` + `/x` is any file below the roots with that end.
 */
import type { IncludeName } from './structure.ts';

/** Languages whose names follow conventions of their own, told by the including file's name. */
type Convention = 'liquid' | 'jinja' | 'handlebars' | 'ejs' | 'erb' | 'php' | 'blade' | 'razor' | 'other';

const CONVENTIONS: readonly (readonly [RegExp, Convention])[] = [
  [/\.blade\.php$/i, 'blade'],
  [/\.liquid$/i, 'liquid'],
  [/\.(?:erb|rhtml|eruby|haml|slim)$/i, 'erb'],
  [/\.ejs$/i, 'ejs'],
  [/\.(?:hbs|handlebars|mustache|mst|hjs)$/i, 'handlebars'],
  [/\.(?:php\d?|phtml|ctp|inc)$/i, 'php'],
  [/\.(?:cshtml|vbhtml|razor)$/i, 'razor'],
  [/\.(?:twig|j2|jinja2?|njk|nunjucks|swig)$/i, 'jinja'],
];

const EXTENSIONS: Readonly<Record<Convention, readonly string[]>> = {
  liquid: ['.liquid', '.html'],
  jinja: ['.html', '.twig', '.html.twig', '.njk', '.html.j2', '.j2', '.jinja2', '.jinja', '.swig'],
  handlebars: ['.hbs', '.handlebars', '.mustache', '.html'],
  ejs: ['.ejs', '.html'],
  erb: ['.html.erb', '.erb'],
  php: ['.php', '.phtml', '.html'],
  blade: ['.blade.php', '.php'],
  razor: ['.cshtml', '.vbhtml'],
  other: ['.html', '.htm'],
};

/** Folders that names start from, tried from the including file's folder upwards. */
const FOLDERS: Readonly<Record<Convention, readonly string[]>> = {
  liquid: ['snippets', '_includes', ''],
  jinja: ['', 'templates', 'views', '_includes', 'layouts'],
  handlebars: ['partials', 'views/partials', '', 'views', '_partials', 'includes'],
  ejs: ['', 'views', 'layout', 'partials', 'views/partials'],
  erb: ['', 'views', 'app/views', 'partials', 'source'],
  php: ['', 'includes', 'views', 'templates', 'resources/views'],
  blade: ['resources/views', 'views', ''],
  razor: ['', 'Views/Shared', 'Pages/Shared', 'Shared'],
  other: ['', '_includes', 'includes', 'partials', 'templates', 'layouts/partials', 'views', 'WEB-INF', 'snippets'],
};

const LAYOUT_FOLDERS = ['_layouts', 'layouts', 'layout', '_includes/layouts', '_includes', 'views/layouts'];
const MOST = 120;

/** Addresses for the file that an include of `from` means, best first. */
export function addressesOf({ kind, targets }: IncludeName, from: string): readonly string[] {
  const convention = CONVENTIONS.find(([pattern]) => pattern.test(from))?.[1] ?? 'other';
  const found = new Set<string>();
  for (const target of targets) {
    for (const name of plainNames(target, convention)) add(found, kind, name, from, convention);
  }
  return [...found].slice(0, MOST);
}

function add(found: Set<string>, kind: string, name: string, from: string, convention: Convention): void {
  const files = withExtensions(name, from, convention);
  if (kind === 'section') for (const file of files) found.add(`/sections/${file}`);
  if (kind === 'sections') {
    found.add(`/sections/${name}.json`);
    return;
  }
  if (kind === 'component')
    for (const file of files)
      for (const folder of ['resources/views/components', 'components']) found.add(`/${folder}/${file}`);
  const layout = kind === 'layout' || kind === 'front-matter' || kind === 'extends';
  const folders =
    kind === 'front-matter' || (kind === 'layout' && convention !== 'ejs')
      ? [...LAYOUT_FOLDERS, ...FOLDERS[convention]]
      : layout
        ? [...FOLDERS[convention], ...LAYOUT_FOLDERS]
        : FOLDERS[convention];
  const relative = convention !== 'liquid' || kind === 'include_relative';
  if (relative) for (const file of files) found.add(`./${file}`);
  for (const folder of folders) for (const file of files) found.add(folder === '' ? `/${file}` : `/${folder}/${file}`);
  // A template of another app or theme, wherever it stands.
  for (const file of files) if (file.includes('/') || convention === 'liquid') found.add(`**/${file}`);
}

/** A name without the marks of its language: namespaces, bundles, dots for folders. */
function plainNames(target: string, convention: Convention): string[] {
  let name = target.trim().replaceAll('\\', '/').replace(/^~?\//, '').replace(/^\.\//, '');
  if (convention === 'blade' && !name.includes('/')) name = name.replace(/^[\w-]+::/, '').replaceAll('.', '/');
  // @App/x.html.twig, @!App/x, AppBundle:Blog:list.html.twig, AppBundle::x.html.twig
  name = name.replace(/^@!?[\w-]+\//, '');
  const bundle = /^\w+:(\w*):(.+)$/.exec(name);
  if (bundle) name = bundle[1] === '' ? (bundle[2] ?? '') : `${bundle[1]}/${bundle[2] ?? ''}`;
  if (name === '' || name.length > 300 || /[:\0\n]/.test(name)) return [];
  return [name];
}

/** The name as a file's: as it is where it has an extension, with those of the language; `_x` for partials of Rails. */
function withExtensions(name: string, from: string, convention: Convention): string[] {
  const own = /(?<=[^/.])\.[\w.]+$/.exec(from)?.[0];
  const extensions = EXTENSIONS[convention];
  const names =
    convention === 'erb' || convention === 'handlebars' || convention === 'other' || convention === 'ejs'
      ? [underscored(name), name]
      : [name];
  const ordered = convention === 'erb' ? names : names.reverse();
  const files: string[] = [];
  for (const one of ordered) {
    const complete =
      /\.(?:html?|liquid|twig|swig|njk|j2|jinja2?|hbs|handlebars|mustache|ejs|erb|php|phtml|cshtml|tpl|ftlh?|vm|jspf?|jsp|gohtml|tmpl|svg|js|json|md|inc|ctp|txt|xml|css)$/i.test(
        one,
      );
    if (complete) files.push(one);
    if (!complete || convention === 'erb' || convention === 'blade') {
      const list = own && own.length < 20 && !extensions.includes(own) ? [own, ...extensions] : extensions;
      for (const extension of list) files.push(one + extension);
    }
  }
  return files;
}

function underscored(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return name[slash] === '_' ? name : `${name.slice(0, slash)}_${name.slice(slash)}`;
}

/** Layouts that a page gets without naming them. */
export function conventionalLayouts(path: string): readonly string[] {
  const name = path.replaceAll('\\', '/');
  if (/(?:^|\/)(?:templates|sections)\/[^.]+(?:\.[\w-]+)?\.liquid$/.test(name)) return ['/layout/theme.liquid'];
  const rails = /(?:^|\/)views\/(?:(.+)\/)?[^/_][^/]*\.html\.erb$/.exec(name);
  if (rails && !/(?:^|\/)layouts\//.test(name)) {
    const own = rails[1] === undefined ? [] : [`/layouts/${rails[1]}.html.erb`];
    return [...own, '/layouts/application.html.erb'];
  }
  const script = /\.(ejs|hbs|handlebars)$/.exec(name)?.[0];
  if (script !== undefined && !/(?:^|\/)(?:layouts?|partials?|_[\w-]+|includes?|components?)\/[^/]*$/.test(name)) {
    const stems = ['layout', 'layouts/main', 'layouts/layout', 'layouts/default', 'views/layouts/main', 'views/layout'];
    return stems.map((stem) => `/${stem}${script}`);
  }
  if (/(?:^|\/)layouts\/.+\.html$/.test(name) && !/\/(?:partials|shortcodes|_markup)\//.test(name))
    return ['./baseof.html', '/_default/baseof.html', '/baseof.html'];
  return [];
}
