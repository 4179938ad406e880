/** How much time each interpreter had at the microphone: for the chief interpreter. */
export const turns = {
  title: 'Turns at the microphone',
  asOf: 'as of {time}',
  counted: 'Time before the first speaker, and while the meeting was suspended, is not counted.',
  minutes: '{minutes} min',
  turns: { one: '{count} turn', other: '{count} turns' },
  away: 'The turns could not be read. They are asked for again within a minute.',
  reading: 'The turns are being read',
  noTeams: 'No booth has a team yet.',
};
