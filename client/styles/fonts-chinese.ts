let loading: Promise<unknown> | null = null;

/** Brings the rules for Chinese glyphs; the browser then fetches only the slices of the font that the page uses. */
export function loadChineseGlyphs(): Promise<unknown> {
  loading ??= import('@fontsource-variable/noto-sans-sc/wght.css');
  return loading;
}
