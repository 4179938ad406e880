/** The least that serves Rostrum's page: the baseline of the bench `cold`. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import process from 'node:process';

const page = readFileSync('dist/client/index.html');
createServer((_, response) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page)).listen(
  Number(process.env.PORT),
  '127.0.0.1',
);
