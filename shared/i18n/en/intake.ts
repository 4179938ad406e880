/** Reading of files. `atLine` puts the line before a finding. */
export const intake = {
  atLine: 'Line {line}: {finding}',
  refusals: {
    fileTooLarge: { title: 'The file is larger than 20 MiB', advice: 'Give a smaller file, or paste the text.' },
    fileTooHard: { title: 'Reading the file takes too much time or memory', advice: 'Save it as plain text, or paste the text.' },
    fileUnpacksTooLarge: {
      title: 'The file is small but unpacks to far too much',
      advice: 'It may be meant to do harm. Ask where it comes from, or paste the text.',
    },
    fileKindUnknown: {
      title: 'This kind of file cannot be read here',
      advice: 'Texts: DOCX, PDF, TXT. Teams: CSV, XLSX. Glossaries: CSV, TBX.',
    },
    fileBroken: { title: 'The file is damaged', advice: 'Open it, save it again, then give it once more.' },
    fileLocked: { title: 'The file is locked by a password', advice: 'Save it without a password.' },
    fileWithoutText: { title: 'There is no text in the file', advice: 'It may be a scan, a picture of the text. Ask for the text itself.' },
    fileWithDoctype: {
      title: 'The file has a document type declaration',
      advice: 'Such files are not read. Export the glossary again without it.',
    },
    columnsMissing: {
      title: 'The first line does not name the columns',
      advice: 'Teams: booth, initials, A, B, C. Glossaries: one language each.',
    },
    filesWaiting: { title: 'Too many files are waiting to be read', advice: 'Try again in a moment.' },
    notAllowed: { title: 'This station may not read files in', advice: 'Open your station link again, or ask the station that may.' },
    unavailable: { title: 'The server did not read the file', advice: 'Wait until the page is live again, then give the file once more.' },
  },
  findings: {
    otherLanguage: 'The text looks like {found}, not {expected}.',
    brokenLetters: 'Some letters could not be read. Look at the text before it is used.',
    columnUnknown: 'The column “{column}” is not known and was left out.',
    boothUnknown: 'There is no booth “{booth}”.',
    initialsMissing: 'There are no initials and no name.',
    interpreterTwice: '{interpreter} is named twice in the booth.',
    languageUnknown: '“{language}” is not a language.',
    languagesMissing: '{interpreter} has no language.',
    termEmpty: 'There is no word in any language.',
    tooManyCells: 'There are more cells than columns.',
    quoteUnclosed: 'A quotation mark is not closed, or stands where none may.',
    textTooLong: 'The text under “{column}” is too long.',
    textMarkup: 'The text under “{column}” contains markup (< or >).',
    xmlBroken: 'The entry is damaged.',
    tooManyLines: 'Only the first {count} terms were read.',
    moreFindings: 'There is more of this kind that is not listed: {count}.',
  },
};
