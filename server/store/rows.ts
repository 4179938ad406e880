/** Reading columns of rows, whose types no database client knows. A column of another type is a fault and throws. */
export function textIn(row: unknown, column: string): string {
  const value = valueIn(row, column);
  if (typeof value !== 'string') throw new Error(`Expected text in column ${column}`);
  return value;
}

/** Also from decimal text: Redis knows no numbers. */
export function integerIn(row: unknown, column: string): number {
  const value = valueIn(row, column);
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new Error(`Expected an integer in column ${column}`);
  return number;
}

function valueIn(row: unknown, column: string): unknown {
  if (typeof row !== 'object' || row === null) throw new Error('Expected a row');
  return Object.getOwnPropertyDescriptor(row, column)?.value;
}
