import { StoreUnavailable } from '../store/event-store.ts';

/** The one fault that callers outside `app` may expect: nothing was decided, the same thing may be asked again. */
export function isStoreAway(fault: unknown): boolean {
  return fault instanceof StoreUnavailable;
}
