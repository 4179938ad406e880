/**
 * One number for the wire and its history, newest last. A change of any schema in `messages/` fails
 * `tests/protocol/version.test.ts` until this rises and a line is added.
 *
 * 1: first version (November 2026).
 */
export const protocolVersion = 1;

/** What clients offer in `Sec-WebSocket-Protocol`. */
export const subprotocol = `rostrum.v${protocolVersion}`;
