const scrollKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown']);

/** In a part that scrolls, the arrows scroll it and do not choose in the list. */
export function scrollsByItself(event: KeyboardEvent): void {
  if (scrollKeys.has(event.key) && !event.altKey) event.stopPropagation();
}
