import * as z from 'zod';

/** Clock probe: the client's time in ms. The server answers `{k:"time", a, b, c}`: received at `b`, sent at `c`, by the store's clock. */
export const timeProbeSchema = z.strictObject({ k: z.literal('time'), a: z.number() });

export interface TimeAnswer {
  readonly k: 'time';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
