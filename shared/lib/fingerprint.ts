/**
 * A short name for a piece of JSON: 16 hex digits, the same for the same value on every machine. It tells two frozen cues
 * apart; it is no protection against somebody who wants a collision (rights are checked elsewhere).
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(canonical(value));
  return hex(fnv1a(text, 0x811c9dc5)) + hex(fnv1a(text, 0x9747b28c));
}

/** FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll, Vo: offset basis 0x811c9dc5, prime 0x01000193). */
function fnv1a(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** Keys in order, so that two objects with the same content have one text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, canonical(member)]),
  );
}
