import type { JSX } from 'solid-js';
import qrcode from 'qrcode-generator';

/** Dark on light in every theme: many readers do not know inverted codes. */
export function QrCode(props: { readonly text: string; readonly label: string }): JSX.Element {
  const code = (): { readonly size: number; readonly path: string } => squares(props.text);
  return (
    <svg class="qr-code" role="img" aria-label={props.label} viewBox={`0 0 ${code().size} ${code().size}`} shape-rendering="crispEdges">
      <rect class="qr-code-light" width="100%" height="100%" />
      <path class="qr-code-dark" d={code().path} />
    </svg>
  );
}

/** ISO/IEC 18004 asks for four light modules on every side. */
const quiet = 4;

function squares(text: string): { readonly size: number; readonly path: string } {
  // Version 0: the smallest that holds the text. M: 15 % may be unreadable.
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const modules = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  const path = modules.flatMap((row) =>
    modules.filter((column) => code.isDark(row, column)).map((column) => `M${column + quiet} ${row + quiet}h1v1h-1z`),
  );
  return { size: modules.length + 2 * quiet, path: path.join('') };
}
