import * as z from 'zod';

/**
 * A place in the history of one meeting. `offset` counts events from 1; `hash` chains over all before, so that the right
 * offset of a wrong history is noticed; `epoch` rises when the history may have been cut.
 */
export const positionSchema = z.object({
  epoch: z.int().min(0),
  offset: z.int().min(0),
  hash: z.string().max(64),
});

export type Position = z.infer<typeof positionSchema>;
