import type { CaptionLine } from '../../../shared/domain/meeting.ts';
import { loadChineseGlyphs } from '../../styles/fonts-chinese.ts';

const faces = { name: '650 60px', function: '450 40px' } as const;

/**
 * Fetches the glyphs of a line before it is needed. Fonts come in slices by letter: without this, a rare letter would
 * show in another face for the first moments on air. Call it as soon as a cue is armed.
 */
export async function warmGlyphs(line: CaptionLine): Promise<void> {
  if (isChinese(line)) await loadChineseGlyphs();
  const family = isChinese(line) ? 'Noto Sans SC Variable' : line.direction === 'rtl' ? 'Noto Sans Arabic Variable' : 'Noto Sans Variable';
  await Promise.all([
    document.fonts.load(`${faces.name} "${family}"`, line.name),
    document.fonts.load(`${faces.function} "${family}"`, line.function ?? ''),
  ]);
}

function isChinese(line: CaptionLine): boolean {
  return line.language === 'zh' || line.language.startsWith('zh-');
}
