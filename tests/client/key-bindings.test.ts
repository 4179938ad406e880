import { describe, expect, it } from 'vitest';
import { chooseKey, resolveKeys } from '../../client/ui/key-bindings.ts';
import { keyName, type KeyPress, printedKey } from '../../client/ui/key-names.ts';

const actions = [
  { id: 'take', defaultKey: 'Space' },
  { id: 'clear', defaultKey: 'Escape' },
  { id: 'next', defaultKey: 'N' },
];

describe('keys of actions', () => {
  it('are the defaults until the viewer chooses', () => {
    expect([...resolveKeys(actions, {})]).toEqual([
      ['take', 'Space'],
      ['clear', 'Escape'],
      ['next', 'N'],
    ]);
  });

  it('never belong to two actions: a choice takes a default away from the other', () => {
    const keys = resolveKeys(actions, { clear: 'N' });
    expect([keys.get('clear'), keys.get('next')]).toEqual(['N', undefined]);
  });

  it('stay with the earlier action when two defaults are the same', () => {
    const keys = resolveKeys([...actions, { id: 'later', defaultKey: 'N' }], {});
    expect([keys.get('next'), keys.get('later')]).toEqual(['N', undefined]);
  });

  it('cannot be chosen while another action has them', () => {
    expect(chooseKey(actions, {}, 'take', 'N')).toEqual({ ok: false, takenBy: 'next' });
    expect(chooseKey(actions, {}, 'next', 'N')).toEqual({ ok: true, choices: { next: 'N' } });
    expect(chooseKey(actions, { next: 'M' }, 'take', 'N')).toEqual({ ok: true, choices: { next: 'M', take: 'N' } });
  });
});

describe('names of keys', () => {
  const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    code,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...more,
  });

  it('are the same for a letter in both cases, and tell shift apart', () => {
    expect(keyName(press('n', 'KeyN'))).toBe('N');
    expect(keyName(press('N', 'KeyN', { shiftKey: true }))).toBe('Shift+N');
    expect(keyName(press('?', 'Slash', { shiftKey: true }))).toBe('?');
  });

  it('follow the place of the key on layouts that type other letters', () => {
    expect(keyName(press('т', 'KeyN'))).toBe('N');
    expect(keyName(press('ى', 'KeyN'))).toBe('N');
  });

  it('follow the letter on Latin layouts that move it', () => {
    expect(keyName(press('a', 'KeyQ'))).toBe('A');
  });

  it('are nothing for a modifier alone', () => {
    expect(keyName(press('Shift', 'ShiftLeft', { shiftKey: true }))).toBeNull();
  });

  it('are printed as on the caps', () => {
    expect(['Escape', 'Shift+ArrowUp', 'F1', ' '].map(printedKey)).toEqual(['Esc', 'Shift+↑', 'F1', ' ']);
    expect(keyName(press(' ', 'Space'))).toBe('Space');
  });
});
