/** Which action has which key: what the viewer chose comes first, then the defaults, and no key belongs to two actions. */

export interface ActionKey {
  readonly id: string;
  /** Empty: no key unless the viewer chooses one. */
  readonly defaultKey: string;
}

export type KeyChoices = Readonly<Record<string, string>>;

/** Actions in the order of registration; on a conflict the earlier one keeps the key. An action without a key is absent. */
export function resolveKeys(actions: readonly ActionKey[], choices: KeyChoices): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const keys = new Map<string, string>();
  const give = (id: string, key: string | undefined): void => {
    if (key === undefined || key === '' || taken.has(key) || keys.has(id)) return;
    taken.add(key);
    keys.set(id, key);
  };
  for (const action of actions) give(action.id, choices[action.id]);
  for (const action of actions) if (choices[action.id] === undefined) give(action.id, action.defaultKey);
  return keys;
}

export type Remapped = { readonly ok: true; readonly choices: KeyChoices } | { readonly ok: false; readonly takenBy: string };

/** Refused when another action has that key now. */
export function chooseKey(actions: readonly ActionKey[], choices: KeyChoices, id: string, key: string): Remapped {
  for (const [otherId, otherKey] of resolveKeys(actions, choices)) {
    if (otherKey === key && otherId !== id) return { ok: false, takenBy: otherId };
  }
  return { ok: true, choices: { ...choices, [id]: key } };
}
