export { didYouMean } from '../text/nearest.ts';
export { settingsFor } from './settings.ts';
