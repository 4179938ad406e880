/** One registry of keys per page. Buttons register themselves; a page may register actions that have no button. */
import { type Accessor, createContext, createMemo, createSignal, onCleanup, useContext } from 'solid-js';
import { chooseKey, type KeyChoices, resolveKeys } from './key-bindings.ts';
import { keyName } from './key-names.ts';

export interface HotkeyAction {
  /** Stable name: the viewer's own key is stored under it. One id may be registered once at a time. */
  readonly id: string;
  readonly defaultKey: string;
  /** For the list of keys. */
  readonly label: Accessor<string>;
  readonly run: () => void;
}

export interface Hotkeys {
  /** Call inside a component: taken back when it goes. */
  register(action: HotkeyAction): void;
  /** Reactive; `null` = has no key. */
  keyOf(id: string): string | null;
  actions(): readonly HotkeyAction[];
  remap(id: string, key: string): { readonly ok: true } | { readonly ok: false; readonly takenBy: HotkeyAction };
  reset(): void;
}

/** Without a provider buttons have no keys; nothing else changes. */
const HotkeysContext = createContext<Hotkeys>();
export const HotkeysProvider = HotkeysContext.Provider;

export function useHotkeys(): Hotkeys | undefined {
  return useContext(HotkeysContext);
}

/** `choices` and `setChoices`: where the viewer's own keys live (the page's owner stores them). */
export function createHotkeys(choices: Accessor<KeyChoices>, setChoices: (choices: KeyChoices) => void): Hotkeys {
  const [actions, setActions] = createSignal<readonly HotkeyAction[]>([]);
  const keys = createMemo(() => resolveKeys(actions(), choices()));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat || event.isComposing || isTyping(event.target) || isDialogOpen()) return;
    const name = keyName(event);
    if (name === null || pressesItsOwn(event.target, name)) return;
    const action = actions().find(({ id }) => keys().get(id) === name);
    if (action === undefined) return;
    event.preventDefault();
    action.run();
  };
  document.addEventListener('keydown', onKeyDown);
  onCleanup(() => document.removeEventListener('keydown', onKeyDown));

  return {
    register(action) {
      setActions((before) => [...before.filter(({ id }) => id !== action.id), action]);
      onCleanup(() => setActions((before) => before.filter((other) => other !== action)));
    },
    keyOf: (id) => keys().get(id) ?? null,
    actions,
    remap(id, key) {
      const result = chooseKey(actions(), choices(), id, key);
      if (result.ok) {
        setChoices(result.choices);
        return { ok: true };
      }
      const takenBy = actions().find((action) => action.id === result.takenBy);
      if (takenBy === undefined) throw new Error(`Expected an action ${result.takenBy}`);
      return { ok: false, takenBy };
    },
    reset: () => setChoices({}),
  };
}

/** Registers an action without a button of its own, such as following a text with the arrow keys. */
export function useHotkey(action: HotkeyAction): void {
  const hotkeys = useHotkeys();
  if (hotkeys === undefined) throw new Error('useHotkey needs a HotkeysProvider: draw the page inside StationFrame');
  hotkeys.register(action);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null);
}

function isDialogOpen(): boolean {
  return document.querySelector('dialog:modal') !== null;
}

/** Enter and Space belong to the control that has the focus, and to nothing else. */
function pressesItsOwn(target: EventTarget | null, key: string): boolean {
  if (key !== 'Enter' && key !== 'Space') return false;
  return target instanceof Element && target.closest('button, a[href], summary, label, [role="button"]') !== null;
}
