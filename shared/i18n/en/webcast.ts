export const webcast = {
  title: 'Webcast desk',
  preview: 'Preview',
  program: 'Program',
  take: 'Take',
  clear: 'Clear',
  cueNext: 'Cue next',
  onAir: 'On air',
};
