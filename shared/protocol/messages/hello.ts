import * as z from 'zod';
import { positionSchema } from '../position.ts';

/** First frame of a client, within 5 s; again on the same socket after a gap. Answered by events or a snapshot, then `live`. */
export const helloSchema = z.strictObject({
  k: z.literal('hello'),
  /** 128 random bits per tab, hex. */
  client: z.string().regex(/^[0-9a-f]{32}$/),
  /** Where the client's state stands; without it a snapshot comes. */
  position: positionSchema.optional(),
  /** Name of the page, for presence and logs. */
  view: z.string().max(64).optional(),
});
