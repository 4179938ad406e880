/** Everything a client may send. */
import * as z from 'zod';
import { commandFrameSchema } from './messages/command.ts';
import { helloSchema } from './messages/hello.ts';
import { statusQuerySchema } from './messages/status.ts';
import { timeProbeSchema } from './messages/time.ts';

export const upSchema = z.discriminatedUnion('k', [helloSchema, commandFrameSchema, statusQuerySchema, timeProbeSchema]);

export type Up = z.infer<typeof upSchema>;
