import { describe, expect, it } from 'vitest';
import { importsOf, scanLayers } from './layers.ts';
import { readSources, type SourceFile, withoutComments } from './source-files.ts';

const modules = /\.([cm]?[jt]s|tsx)$/;

describe('the layers of the source', () => {
  const scan = scanLayers(readSources(['shared', 'server', 'client', 'scripts', 'tests'], modules));

  it('import only what their row of the table allows', () => {
    expect(scan.violations).toEqual([]);
  });

  it('were all looked at: a scan that finds nothing proves nothing', () => {
    expect(scan.files).toBeGreaterThan(80);
    expect(scan.imports).toBeGreaterThan(150);
  });

  it('leave time and chance outside the core', () => {
    const domain = readSources(['shared/domain'], modules);
    expect(domain.length).toBeGreaterThan(15);
    expect(filesUsing(domain, /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bperformance\.now\b|\brandomUUID\b/)).toEqual([]);
  });

  it('keep timers out of everything that is shared', () => {
    const shared = readSources(['shared'], modules);
    expect(shared.length).toBeGreaterThan(40);
    expect(filesUsing(shared, /\b(setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\b/)).toEqual([]);
  });

  it('are files of 400 lines at most, tables of facts aside', () => {
    const long = readSources(['shared', 'server', 'client', 'scripts', 'tests'], /\.([cm]?[jt]s|tsx|css)$/)
      .filter(({ path }) => !path.startsWith('shared/reference/'))
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });
});

describe('the scan of imports', () => {
  const lineOf = (specifier: string) => `import { thing } from '${specifier}';\n`;

  it.each<[path: string, specifier: string]>([
    ['shared/domain/decide.ts', '../protocol/up.ts'],
    ['shared/domain/rules/floor.ts', '../../../server/main.ts'],
    ['shared/domain/decide.ts', 'zod'],
    ['shared/lib/ids.ts', 'node:crypto'],
    ['shared/lib/ids.ts', '../domain/meeting.ts'],
    ['shared/protocol/up.ts', '../../client/live/socket.ts'],
    ['server/app/handle-command.ts', '../store/redis-event-store.ts'],
    ['server/app/handle-command.ts', 'hono'],
    ['server/store/event-store.ts', './redis-event-store.ts'],
    ['server/store/redis-event-store.ts', '../app/fan-out.ts'],
    ['server/sample/panel.ts', '../app/fan-out.ts'],
    ['server/http/routes.ts', '../ws/socket.ts'],
    ['server/http/routes.ts', '../sample/panel.ts'],
    ['server/http/routes.ts', '../store/event-store.ts'],
    ['server/ws/socket.ts', '../http/routes.ts'],
    ['server/http/routes.ts', '../main.ts'],
    ['server/lib/log.ts', '../../tests/kit/clock.ts'],
    ['client/live/socket.ts', 'solid-js'],
    ['client/live/socket.ts', '../state/meeting-state.ts'],
    ['client/state/meeting-state.ts', '../views/booth/booth-page.tsx'],
    ['client/ui/button.tsx', '../../shared/domain/meeting.ts'],
    ['client/views/booth/booth-page.tsx', '../../live/socket.ts'],
    ['client/views/booth/booth-page.tsx', '../../../shared/protocol/up.ts'],
    ['client/main.tsx', '../server/main.ts'],
    ['scripts/rehearse.ts', '../tests/kit/clock.ts'],
  ])('catches %s importing %s', (path, specifier) => {
    expect(scanLayers([{ path, text: lineOf(specifier) }]).violations).toEqual([`${path} may not import ${specifier}`]);
  });

  it.each<[path: string, specifier: string]>([
    ['shared/domain/rules/floor.ts', '../meeting.ts'],
    ['shared/domain/meeting.ts', '../reference/languages.ts'],
    ['shared/protocol/messages/command.ts', 'zod'],
    ['server/app/handle-command.ts', '../store/event-store.ts'],
    ['server/app/handle-command.ts', '../sample/panel.ts'],
    ['server/store/redis-event-store.ts', './event-store.ts'],
    ['server/http/routes.ts', 'hono/cookie'],
    ['server/main.ts', './store/redis-event-store.ts'],
    ['server/main.ts', './config.ts'],
    ['client/state/meeting-state.ts', 'solid-js/store'],
    ['client/views/booth/booth-page.tsx', './booth.css'],
    ['client/main.tsx', './views/booth/booth-page.tsx'],
    ['client/main.tsx', '@fontsource-variable/noto-sans'],
    ['tests/contract/event-store.test.ts', '../../server/store/redis-event-store.ts'],
  ])('lets %s import %s', (path, specifier) => {
    expect(scanLayers([{ path, text: lineOf(specifier) }])).toEqual({ files: 1, imports: 1, violations: [] });
  });

  it('sees every form of import and none that is only spoken of', () => {
    const text = [
      "import type { A } from './type.ts';",
      "import './effect.ts';",
      'import {\n  b,\n  c,\n} from "./lines.ts";',
      "export { d } from './export.ts';",
      "export * from './star.ts';",
      "const page = lazy(() => import('./lazy.ts'));",
      "type E = import('./inline.ts').E;",
      "// import { f } from './comment.ts';",
      " * import { g } from './doc.ts';",
      "const h = 1; // see https://example.org/from 'x'",
    ].join('\n');
    const found = ['./type.ts', './effect.ts', './lines.ts', './export.ts', './star.ts', './lazy.ts', './inline.ts'];
    expect(importsOf(text)).toEqual(found);
  });

  it('refuses a folder that has no row and an import whose name is computed', () => {
    expect(scanLayers([{ path: 'server/helpers/misc.ts', text: '' }]).violations).toHaveLength(1);
    expect(scanLayers([{ path: 'client/main.tsx', text: 'const view = import(name);' }]).violations).toHaveLength(1);
  });
});

function filesUsing(files: readonly SourceFile[], forbidden: RegExp): readonly string[] {
  return files.filter(({ text }) => forbidden.test(withoutComments(text))).map(({ path }) => path);
}
