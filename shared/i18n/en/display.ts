export const display = {
  pause: 'The meeting is suspended',
  nobody: 'Nobody has the floor',
  notBegun: 'The meeting begins at {time}',
  closed: 'The meeting is closed',
  slowDown: 'Please speak more slowly',
  paused: 'Clock stopped',
  timeLeft: 'Speaking time left',
  goesOn: 'then goes on',
  endOfList: 'End of the list',
};
