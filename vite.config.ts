import { defineConfig } from 'vitest/config';
import solid from 'vite-plugin-solid';

// Vitest projects name their own root: Vite's is the client's, where the pages are.
const repository = import.meta.dirname;

export default defineConfig({
  root: 'client',
  plugins: process.env.VITEST ? [] : [solid()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
    rolldownOptions: { input: { app: 'client/index.html', output: 'client/output.html' } },
  },
  test: {
    root: repository,
    projects: [
      {
        test: {
          name: 'core',
          root: repository,
          environment: 'node',
          include: ['tests/{lib,domain,protocol,reference,i18n,architecture,client,intake}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          root: repository,
          environment: 'node',
          include: ['tests/{contract,server,simulation,scripts}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: repository,
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
