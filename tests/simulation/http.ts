/** Requests of the test itself: past the fault proxies, each on a connection of its own that is closed with the answer. */
import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export function ask(method: 'GET' | 'POST', url: string, token: string, body?: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asked = request(url, { method, agent: false, headers, timeout: 5_000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('timeout', () => asked.destroy(new Error(`No answer within 5 s: ${method} ${url}`)));
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
