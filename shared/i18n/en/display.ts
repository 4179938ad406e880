export const display = {
  title: 'Room display',
  hasTheFloor: 'has the floor',
  next: 'Next',
  pause: 'The meeting is suspended',
};
