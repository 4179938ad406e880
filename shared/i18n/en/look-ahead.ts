/** Trouble ahead on the list of speakers, said to the booth concerned and to the chair’s assistant. `codes` are those of booths: AR ZH. */
export const lookAhead = {
  title: 'Ahead for the booths',
  nothing: 'Nothing to prepare for those still to speak',
  noTeams: 'No team is known: nothing can be foreseen',
  in: 'in {time}',
  at: 'at {time}',
  number: 'no. {number}',
  /** The same for later speakers. */
  andLater: 'and {count} later',
  /** Other warnings. */
  more: '{count} more',
  booth: {
    gap: {
      noPath: 'gap: nobody can take {language}',
      noTeam: 'gap: this booth has no team',
      consentNeeded: 'gap: only a double relay would help',
    },
    doubleRelay: 'double relay from {code}',
    handoverNeeded: 'hand over to {who}',
    singlePivot: 'do not hand over to {others}: relay for {codes} needs {who}',
    singlePivotAlone: 'relay for {codes} needs {who}: nobody else can',
    retourNeeded: 'retour into {code} by {who}',
    videoWithoutText: 'film, and no text yet',
  },
  chair: {
    gap: {
      noPath: '{booths}: nobody can take {language}',
      noTeam: '{booths}: no team',
      consentNeeded: '{booths}: only by double relay; ask the chief interpreter',
    },
    doubleRelay: '{booths}: double relay from {code}',
    handoverNeeded: '{booths}: {who} takes over from {from}',
    handoverUnknown: '{booths}: {who} must be at the microphone',
    singlePivot: '{booths}: do not hand over to {others}; relay for {codes} needs {who}',
    singlePivotAlone: '{booths}: relay for {codes} needs {who}, nobody else can',
    retourNeeded: '{booths}: retour into {code} by {who}',
    videoWithoutText: 'film, and no text yet',
  },
  /** In a table, beside the language to take. */
  mark: { singlePivot: 'not {others}', singlePivotAlone: 'only {who}' },
};
