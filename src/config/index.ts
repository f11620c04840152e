export { didYouMean } from '../text/nearest.ts';
export { type Settings, settingsFor } from './settings.ts';
