/**
 * One number for the wire and its history, newest last. A change of any schema in `messages/` fails
 * `tests/protocol/version.test.ts` until this rises and a line is added.
 *
 * 1: first version (November 2026).
 * 2: a client may ask for the `status` of commands; staff hear who is there (`presence`).
 * 3: booths declare what they do and sign handovers; practice, glossary, name cards; captioners, signers, chief interpreter.
 */
export const protocolVersion = 3;

/**
 * Newest first. Each only adds to the one before. Programs, displays and outputs of all versions work side by side. A staff page
 * of version 1 or 2 cannot fold the facts that came with version 3: it is *not live* from the first of them until it is reloaded.
 */
const spoken = [3, 2, 1] as const;

/** What clients offer in `Sec-WebSocket-Protocol`, best first. A client keeps to the one that the server chooses. */
export const subprotocols: readonly string[] = spoken.map((version) => `rostrum.v${version}`);

/** The best of `offered` that is spoken here; `null`: none. */
export function chooseSubprotocol(offered: Iterable<string>): string | null {
  const all = new Set(offered);
  return subprotocols.find((name) => all.has(name)) ?? null;
}

/** 1 for a name that is not one of ours: a client that hears nothing of versions speaks the first. */
export function protocolVersionOf(subprotocol: string): number {
  return spoken.find((version) => subprotocol === `rostrum.v${version}`) ?? 1;
}
