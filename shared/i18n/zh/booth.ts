import type { Section } from '../catalogue.ts';

export const booth: Section<'booth'> = {
  title: 'Booth',
  speakingNow: 'Speaking now',
  seen: 'Seen',
  slowDown: 'Slow down',
  handOverMicrophone: 'Hand over microphone',
};
