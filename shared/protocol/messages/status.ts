import * as z from 'zod';
import { commandIdSchema } from './command.ts';

/**
 * What became of commands: asked when a history was replaced, since an `ok` of the old one may not stand in the new. Answered
 * by one `status` frame when the server has looked at the end of the log; not answered while the store is away.
 */
export const statusQuerySchema = z.strictObject({
  k: z.literal('status'),
  commandIds: z.array(commandIdSchema).min(1).max(100),
});
