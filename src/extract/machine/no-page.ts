/** A machine without a page. */
import { ALWAYS } from '../../model/guard.ts';
import type { MachineHost } from './host.ts';

/** Nothing of a page is in sight: code of a template or of a variable, evaluated by itself. */
export const NO_PAGE: MachineHost = {
  describe: () => undefined,
  find: () => [],
  holds: false,
  elementIds: new Set(),
  markup: () => undefined,
  parking: () => ({ parked: false, guard: ALWAYS }),
  loader: () => undefined,
  module: () => undefined,
  template: () => undefined,
  inline: () => undefined,
  handlerCode: () => undefined,
};
