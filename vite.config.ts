import solid from 'vite-plugin-solid';
import { configDefaults, defineConfig } from 'vitest/config';

// Vitest projects name their own root: Vite's is the client's, where the pages are.
const repository = import.meta.dirname;

const core = ['tests/{lib,domain,protocol,reference,i18n,architecture}/**/*.test.ts', 'tests/client/live/**/*.test.ts'];
const client = ['tests/client/**/*.test.{ts,tsx}'];
const timed = ['tests/e2e/timed/**/*.test.ts'];
const e2e = ['tests/e2e/**/*.test.ts'];

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
    // Whole paths: the development server looks for them from another folder than the build does.
    rolldownOptions: { input: { app: `${repository}/client/index.html`, output: `${repository}/client/output.html` } },
  },
  test: {
    root: repository,
    // More than half of a test is waiting for processes and sockets: three keep two cores busy. Vitest alone would take one.
    maxWorkers: 3,
    projects: [
      { test: { name: 'core', root: repository, environment: 'node', include: core } },
      {
        // Solid's plugin chooses browser conditions, under which `ws` is an empty stub: it must not reach the other projects.
        plugins: [solid()],
        test: {
          name: 'client',
          root: repository,
          environment: 'happy-dom',
          include: client,
          exclude: [...configDefaults.exclude, ...core],
        },
      },
      {
        // Everything else: a new folder of tests is run without being named here.
        test: {
          name: 'server',
          root: repository,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...core, ...client, ...e2e],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: repository,
          environment: 'node',
          include: e2e,
          exclude: [...configDefaults.exclude, ...timed],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'timed',
          root: repository,
          environment: 'node',
          include: timed,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Alone on the machine: with both cores busy, browsers miss the times that these tests assert.
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
