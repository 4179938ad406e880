/** What the parts of the server tell about themselves while they work. Read at `/metrics`; nothing else depends on it. */
export interface Metrics {
  /** One command, from being taken in to its outcome. `type` and `outcome` are words of the protocol, never of a client. */
  commandSettled(type: string, outcome: string, seconds: number): void;
  /** One append to the store, from asking to its answer: `committed`, `conflict`, `duplicate`, `expired` or `failed`. */
  appended(result: string, seconds: number): void;
  /** One commit on its way out: from the store's time of the event to the last byte written to stations and outputs. */
  fannedOut(seconds: number): void;
  /** Events that the feed read from the log because their message was lost or late. */
  refilled(events: number): void;
  /** A token that opens nothing was shown; `limited`: by an address that had shown too many. */
  wrongToken(limited: boolean): void;
}
