/** What the page takes, so that no input makes a tab freeze or run out of memory. */

/** All files together, in characters. */
export const MOST_CHARACTERS = 64 * 1024 * 1024;
export const MOST_FILES = 2_000;
/** How long a job may take, in milliseconds; the worker is ended then. */
export const TIME_LIMIT = 60_000;
