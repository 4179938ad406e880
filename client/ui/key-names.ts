/** Keys as text: `Enter`, `F1`, `N`, `Shift+ArrowUp`. One spelling for what is pressed, stored and printed. */

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const modifierKeys: ReadonlySet<string> = new Set(['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'CapsLock', 'Dead', 'Unidentified']);

/** `null` for a modifier alone. */
export function keyName(press: KeyPress): string | null {
  if (modifierKeys.has(press.key)) return null;
  const base = baseName(press);
  const shift = press.shiftKey && (base.length > 1 || /[A-Z]/.test(base));
  return `${press.ctrlKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${press.metaKey ? 'Meta+' : ''}${shift ? 'Shift+' : ''}${base}`;
}

/**
 * On an Arabic or Russian layout the key printed N types another letter: then the place of the key counts, since that is
 * what the button on the screen names.
 */
function baseName(press: KeyPress): string {
  if (press.key === ' ') return 'Space';
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const latin = /^[ -~]$/.test(press.key);
  if (letter !== undefined && !latin) return letter;
  return press.key.length === 1 ? press.key.toUpperCase() : press.key;
}

const printed: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
};

/** What stands on the key cap. */
export function printedKey(name: string): string {
  return name
    .split(/\+(?=.)/)
    .map((part) => printed[part] ?? part)
    .join('+');
}
