/** What a list of the recipients that a privacy notice names may hold. */
import { z } from 'zod';

const names = z.array(z.string().trim().min(1));

export const noticeSchema = z.strictObject({
  vendors: names.describe(
    'Whom the notice names: vendors by id or name, companies (all that belongs to them), consent platforms, or hosts with all below them.',
  ),
  others: names
    .describe('Whom it names beside them, and whom taglint does not know: they are compared with nothing.')
    .optional(),
});
