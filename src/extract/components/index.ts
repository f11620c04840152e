export { parseComponent } from '../../parse/component/index.ts';
export { markupTitles } from '../titles/markup-titles.ts';
export { loadComponent } from './load.ts';
