export const booth = {
  title: 'Booth',
  speakingNow: 'Speaking now',
  seen: 'Seen',
  slowDown: 'Slow down',
  handOverMicrophone: 'Hand over microphone',
};
