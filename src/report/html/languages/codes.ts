/** The languages that the report speaks. */
export const LANGUAGES = ['en', 'sv', 'de'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];
