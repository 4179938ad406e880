export const pace = {
  rate: { words: '{rate} w/min', characters: '{rate} char./min' },
  level: { ok: 'good pace', amber: 'fast', red: 'too fast' },
  count: {
    words: { one: '{count} word', other: '{count} words' },
    characters: { one: '{count} character', other: '{count} characters' },
  },
  planned: '{amount} in {time}: {rate}',
  asks: 'the text asks for {rate}',
  reads: 'reads {rate}',
  needs: 'rest needs {rate}',
  noText: 'Pace not known: no text',

  card: {
    open: 'Name card',
    title: 'Who speaks and who comes',
    say: 'Say',
    pronunciation: 'Pronunciation',
    pronunciationHint: 'IPA between slashes, or as it sounds. For the booths only',
    chairSays: 'The chair says',
    announcedAs: 'How the chair calls the speaker',
    announcedAsHint: 'Only when it is not the name',
    announcement: 'As the chair will announce them',
    copy: 'Copy the announcement',
    nobody: 'Nobody is left on the list of speakers',
  },

  announce: {
    delegation: 'I now give the floor to the distinguished representative of {name}',
    person: 'I now give the floor to {name}',
    called: 'I now give the floor to {name}',
    delegationRole: '{name}, {role}',
    personRole: '{name}, {role}',
    inReply: '{call} in exercise of the right of reply',
    alone: '{call}.',
    oneMore: '{call}, to be followed by {second}.',
    twoMore: '{call}, to be followed by {second} and {third}.',
  },
};
