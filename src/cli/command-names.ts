/** The commands beside the default one; a path that does not exist may be a mistyped one. */
export const COMMANDS = [
  'init',
  'matrix',
  'inventory',
  'diff',
  'report',
  'lock',
  'baseline',
  'fetch',
  'config',
  'rules',
  'explain',
  'lsp',
] as const;

export function isCommand(text: string): boolean {
  return COMMANDS.some((name) => name === text);
}
