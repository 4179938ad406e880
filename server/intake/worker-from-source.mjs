/** The reading thread when the server runs from source: a thread does not inherit the TypeScript loader of its process (Node 20). */
import { register } from 'tsx/esm/api';

register();
await import('./intake-worker.ts');
