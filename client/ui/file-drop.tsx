import './file-drop.css';
import { createSignal, createUniqueId, type JSX, onCleanup } from 'solid-js';

/**
 * A button to choose a file. While it is there, a file may be dropped anywhere on the page: the browser would otherwise leave
 * the page for a file that misses its mark.
 */
export function FileDrop(props: {
  readonly choose: string;
  /** That one may drop it, and which kinds are read. */
  readonly advice: string;
  /** Endings for the file chooser: `.csv,.tbx`. What is dropped may be anything. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}): JSX.Element {
  const adviceId = createUniqueId();
  const [over, setOver] = createSignal(false);

  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setOver(event.dataTransfer?.types.includes('Files') === true);
  };
  const onDragLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) setOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    props.onFile(file);
  };
  document.addEventListener('dragover', onDragOver);
  document.addEventListener('dragleave', onDragLeave);
  document.addEventListener('drop', onDrop);
  onCleanup(() => {
    document.removeEventListener('dragover', onDragOver);
    document.removeEventListener('dragleave', onDragLeave);
    document.removeEventListener('drop', onDrop);
  });

  return (
    <div class="file-drop" data-over={over() ? '' : undefined}>
      <label class="button">
        <span class="button-label">{props.choose}</span>
        <input
          type="file"
          class="visually-hidden"
          accept={props.accept}
          aria-describedby={adviceId}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file again must be a change again: it may have been corrected meanwhile.
            event.currentTarget.value = '';
            if (file !== undefined) props.onFile(file);
          }}
        />
      </label>
      <span id={adviceId} class="muted file-drop-words">
        {props.advice}
      </span>
    </div>
  );
}
