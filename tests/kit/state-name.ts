import { createHash } from 'node:crypto';

/** One name for all JSON values that are equal, whatever the order of their keys: to look a state up among thousands. */
export function stateName(value: object): string {
  const known = names.get(value);
  if (known !== undefined) return known;
  const name = createHash('sha1').update(canonical(value)).digest('hex');
  names.set(value, name);
  return name;
}

const names = new WeakMap<object, string>();

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((member) => (member === undefined ? 'null' : canonical(member))).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
