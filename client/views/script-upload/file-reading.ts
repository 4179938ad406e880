/** A file on its way through the server's reader: only the last one that was given counts. */
import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { FileRead, FileRefusal } from '../../state/intake.ts';

export type FileReading<Value> =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'read'; readonly name: string; readonly value: Value }
  | { readonly status: 'refused'; readonly name: string; readonly refusal: FileRefusal };

export interface FileReader<Value> {
  readonly state: Accessor<FileReading<Value>>;
  give(file: File): void;
  /** What is still on its way no longer counts. */
  forget(): void;
}

export function createFileReader<Value>(
  read: (file: File) => Promise<FileRead<Value>>,
  onRead: (value: Value) => void = () => {},
): FileReader<Value> {
  const [state, setState] = createSignal<FileReading<Value>>({ status: 'none' });
  let last: File | null = null;
  const forget = (): void => {
    last = null;
    setState({ status: 'none' });
  };
  onCleanup(() => {
    last = null;
  });
  return {
    state,
    give(file) {
      last = file;
      setState({ status: 'reading', name: file.name });
      void read(file).then((result) => {
        if (last !== file) return;
        setState(
          result.ok
            ? { status: 'read', name: file.name, value: result.value }
            : { status: 'refused', name: file.name, refusal: result.refusal },
        );
        if (result.ok) onRead(result.value);
      });
    },
    forget,
  };
}
