export { type Settings, type SettingsRequest, settingsFor } from './settings.ts';
export { didYouMean } from './suggest.ts';
