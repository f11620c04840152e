export { didYouMean } from '../text/nearest.ts';
export { recordFileFor, type Settings, settingsFor } from './settings.ts';
