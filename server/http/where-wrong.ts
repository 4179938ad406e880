import type { ZodError } from 'zod';

/** The first thing that was wrong and where it stands, for the sender's developer. Never repeats what was sent. */
export function whereWrong(error: ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'The body does not fit the schema.';
  const place = issue.path.map(String).join('.').slice(0, 200);
  // Zod names unrecognised keys in its message, and those come from the sender.
  const message = issue.code === 'unrecognized_keys' ? 'there are members that are not known here' : issue.message;
  return place === '' ? message : `${place}: ${message}`;
}
