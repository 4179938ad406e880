import type { SourceFile } from './source-files.ts';

const colour = /(?<=[\s"'`:(,])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/gi;
const physicalProperty =
  /(?<=^|[;{\s])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:/g;
const physicalValue = /(?<=^|[;{\s])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

/** Colours belong in tokens.css, where light, dark and contrast are decided once. @returns one line per finding */
export function rawColours(files: readonly SourceFile[]): readonly string[] {
  return findings(
    files.filter(({ path }) => path !== 'client/styles/tokens.css'),
    [colour],
  );
}

/** Left and right are wrong half the time on a page that is mirrored for Arabic. @returns one line per finding */
export function physicalDirections(files: readonly SourceFile[]): readonly string[] {
  return findings(files, [physicalProperty, physicalValue]);
}

function findings(files: readonly SourceFile[], patterns: readonly RegExp[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const bare = text.replace(/\/\*[\s\S]*?\*\//g, '');
    return patterns.flatMap((pattern) => [...bare.matchAll(pattern)].map((match) => `${path}: ${match[0].trim()}`));
  });
}
