import { describe, expect, it } from 'vitest';
import type { Booth } from '../../shared/domain/meeting.ts';
import { emptyBooth, usualPractice } from '../../shared/domain/meeting-from-plan.ts';
import { planRelayFor, relayInputFrom, type RelayMeeting } from '../../shared/domain/rules/relay-from-meeting.ts';
import { officialLanguages } from '../../shared/reference/languages.ts';

const noTeams: RelayMeeting = {
  languages: officialLanguages,
  booths: {
    ar: emptyBooth,
    zh: emptyBooth,
    en: emptyBooth,
    fr: emptyBooth,
    ru: emptyBooth,
    es: emptyBooth,
    captions: emptyBooth,
    sign: emptyBooth,
  },
  floor: null,
  practice: usualPractice,
};
const arabicBooth: Booth = {
  ...emptyBooth,
  interpreters: [
    { id: 'A1', a: ['ar'], b: ['en'], c: ['fr'] },
    { id: 'A2', a: ['ar'], b: ['fr', 'pt', 'en'], c: [] },
  ],
  retourInto: 'fr',
  onMic: { interpreter: 'A2', since: 0 },
};
const englishBooth: Booth = { ...emptyBooth, interpreters: [{ id: 'E1', a: ['en'], b: [], c: ['fr', 'ru'] }] };
const twoTeams: RelayMeeting = { ...noTeams, booths: { ...noTeams.booths, ar: arabicBooth, en: englishBooth } };

describe('the relay plan of a meeting', () => {
  it('does not exist while no booth has a team', () => {
    expect(planRelayFor(noTeams, 'en')).toBeNull();
  });

  it('calls only the booths without a team a gap once there is one', () => {
    const plan = planRelayFor(twoTeams, 'ru');
    expect(plan?.rows.map(({ booth, role, note }) => `${booth} ${role} ${note}`)).toEqual([
      'ar relay null',
      'zh gap noTeam',
      'en direct null',
      'fr gap noTeam',
      'ru standby floorIsOwn',
      'es gap noTeam',
    ]);
  });

  it('derives the languages of a retour from the B languages of the team that are among the six', () => {
    const input = relayInputFrom(twoTeams, 'ar');
    expect(input.booths.find(({ target }) => target === 'ar')).toEqual({
      target: 'ar',
      interpreters: arabicBooth.interpreters,
      onMic: 'A2',
      retourInto: ['en', 'fr'],
      announcedRetour: 'fr',
    });
    expect(planRelayFor(twoTeams, 'ar')?.retour).toEqual({ booth: 'ar', into: 'fr', interpreter: 'A2' });
  });

  it('plans only the booths of the languages of the meeting', () => {
    expect(planRelayFor({ ...twoTeams, languages: ['en', 'fr'] }, 'fr')?.rows.map(({ booth }) => booth)).toEqual(['en', 'fr']);
  });
});
