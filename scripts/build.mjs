/** `node scripts/build.mjs client server`: builds what is named into dist/. Called by fresh-build.mjs, never by hand. */
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { repository } from './child.mjs';
import { serverBuild } from './server-build.mjs';

process.chdir(repository);
for (const name of process.argv.slice(2)) {
  if (name === 'client') await build({ configFile: join(repository, 'vite.config.ts'), logLevel: 'warn' });
  else if (name === 'server') await build(serverBuild('dist/server'));
  else throw new Error(`No build is called ${name}`);
}
