export { settingsFor } from './settings.ts';
export { didYouMean } from './suggest.ts';
