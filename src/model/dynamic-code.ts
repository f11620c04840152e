/** Code that is made at run time, or written into the page: what it does stands in no file. */

import type { Location } from '../text/location.ts';
import type { Entity } from './entity.ts';

export interface DynamicCode {
  /**
   * eval: a text is run as code; constructor: `new Function(text)`; timer: a text handed to a timer; write: `document.write` of a script
   * with an address elsewhere; inserted: a script element filled with what was fetched.
   */
  readonly form: 'eval' | 'constructor' | 'timer' | 'write' | 'inserted';
  /** What stands there, shortened. */
  readonly label: string;
  /** The code is known as it stands; the host of what is written is. */
  readonly known: boolean;
  /** False for code that nothing in the unit calls. */
  readonly reached: boolean;
  readonly location: Location;
  readonly entity?: Entity;
}
