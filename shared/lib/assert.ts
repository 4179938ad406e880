/** Returns the value, or throws when it is missing: `expected` says what should have been there. */
export function must<T>(value: T | null | undefined, expected: string): T {
  if (value === null || value === undefined) throw new Error(`Expected ${expected}`);
  return value;
}

/** Makes a switch exhaustive: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`);
}
