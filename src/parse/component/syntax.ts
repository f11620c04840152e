import type { ComponentSyntax } from './tree.ts';

/** The component language that a file's name tells. Stands alone, because every run asks it and few read a component. */
export function componentSyntaxOf(path: string): ComponentSyntax | undefined {
  const extension = /\.(vue|svelte|astro)$/i.exec(path)?.[1]?.toLowerCase();
  return extension === 'vue' || extension === 'svelte' || extension === 'astro' ? extension : undefined;
}
