import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCommand, Folder } from '../command.ts';
import { Project } from './project.ts';
import { recipe, toolPath } from './recipes.ts';

beforeAll(buildCommand);

const nvim = toolPath('nvim');
const [, minor = '0'] = nvim
  ? (/^NVIM v0\.(\d+)/.exec(spawnSync(nvim, ['--version'], { encoding: 'utf8' }).stdout) ?? [])
  : [];
/** What of the Neovim that is there reads. */
const NEOVIM = Number(minor) >= 11 ? 'init.lua' : 'init.lua before 0.11';

const PAGE = `<!doctype html>
<title>t</title>
<script>
fbq('init', '1234567890123456');
</script>
<img src="http://www.facebook.com/tr?id=1&ev=PageView">
`;

/** What somebody does at the keyboard, and what is on the screen then. */
const DRIVEN = `
local function say(...) io.stdout:write(table.concat({ ... }, ' ') .. '\\n') end
local function codes()
  local all = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do table.insert(all, one.lnum + 1 .. ' ' .. tostring(one.code)) end
  return table.concat(all, ', ')
end
vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
say('found', codes())
vim.api.nvim_win_set_cursor(0, { 4, 1 })
vim.lsp.buf.hover()
vim.wait(10000, function() return #vim.api.nvim_list_wins() > 1 end, 50)
for _, window in ipairs(vim.api.nvim_list_wins()) do
  if window ~= vim.api.nvim_get_current_win() then
    say('hover', table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), ' '))
  end
end
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do say('offered', (options.format_item(item))) end
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, { 6, 1 })
vim.lsp.buf.code_action()
vim.wait(10000, function() return vim.fn.getline(6):find('https:') ~= nil end, 50)
say('line', vim.fn.getline(6))
vim.wait(10000, function() return not codes():find('insecure') end, 50)
say('left', codes())
vim.cmd('qa!')
`;

describe.skipIf(!nvim)('Neovim', { timeout: 120_000 }, () => {
  it('shows findings, tells why, and repairs', () => {
    using project = new Project({ 'a.html': PAGE });
    using files = new Folder({ 'init.lua': recipe(NEOVIM), 'driven.lua': DRIVEN });
    const { said } = project.run(nvim ?? '', [
      '--headless',
      '-n',
      '-i',
      'NONE',
      '-u',
      `${files.path}/init.lua`,
      'a.html',
      '-S',
      `${files.path}/driven.lua`,
    ]);
    expect(said).toMatch(/^found .*4 consent\/fires-before-consent.*6 security\/insecure-transport/m);
    // It shows the text as it is written.
    expect(said).toContain("(fbq('init', …))");
    expect(said).toMatch(/^hover .*consent\/fires-before-consent.*What to do.*Why/m);
    // What is safe comes first, and is what is chosen.
    expect(said).toMatch(/offered taglint: Write https\.\r?\n.*offered taglint: Remove it\./);
    expect(said).toContain('line <img src="https://www.facebook.com/tr?id=1&ev=PageView">');
    expect(said).toMatch(/^left (?!.*insecure).*4 consent\/fires-before-consent/m);
    expect(project.read('a.html')).toBe(PAGE);
  });
});
