import { describe, expect, it } from 'vitest';
import { displayedNext, displayedSpeaker, nameSize, phaseOf } from '../../client/views/display/display-picture.ts';
import { given } from '../kit/given.ts';
import { smallPlan } from '../kit/plans.ts';

const before = given(smallPlan());
const speaking = before.when({ type: 'giveFloor', entryId: 'e5' });
const order = speaking.when({ type: 'raisePointOfOrder', entry: { persons: [{ name: 'Egypt' }], rank: 'state', language: 'ar' } });

describe('the room display', () => {
  it('knows whether the meeting has begun, goes on, rests or is over', () => {
    expect(phaseOf(before.meeting)).toBe('planned');
    expect(phaseOf(speaking.meeting)).toBe('speaking');
    expect(phaseOf(speaking.when({ type: 'endStatement' }).meeting)).toBe('between');
    expect(phaseOf(speaking.when({ type: 'suspendMeeting' }).meeting)).toBe('suspended');
    expect(phaseOf(speaking.when({ type: 'closeMeeting' }).meeting)).toBe('closed');
  });

  it('shows a verified name in its language with the name as its owner writes it beside it', () => {
    expect(displayedSpeaker(speaking.meeting, 'ar')).toMatchObject({
      name: 'Albania [ar]',
      language: 'ar',
      own: { name: 'Albania', language: 'en' },
      kind: 'statement',
    });
    expect(displayedSpeaker(before.meeting, 'ar')).toBeNull();
  });

  it('shows the name as its owner writes it where nobody has verified another form', () => {
    const { meeting } = order;
    expect(displayedSpeaker(meeting, 'zh')).toMatchObject({ name: 'Egypt', own: null, kind: 'pointOfOrder' });
  });

  it('shows the next two, and first of them who goes on after a point of order', () => {
    expect(displayedNext(speaking.meeting, 'en').map(({ name, goesOn }) => [name, goesOn])).toEqual([
      ['Chair [en]', false],
      ['Steiner [en]', false],
    ]);
    expect(displayedNext(order.meeting, 'en').map(({ name, goesOn }) => [name, goesOn])).toEqual([
      ['Albania [en]', true],
      ['Chair [en]', false],
    ]);
  });

  it('makes long names smaller, and counts an ideograph as two letters', () => {
    expect(['Mary Robinson', 'María Fernanda Espinosa Garcés', '玛丽亚·费尔南达·埃斯皮诺萨·加尔塞斯'].map(nameSize)).toEqual([
      'short',
      'medium',
      'long',
    ]);
    expect(nameSize('United Kingdom of Great Britain and Northern Ireland')).toBe('long');
    expect(nameSize('Соединенное Королевство Великобритании и Северной Ирландии и другие')).toBe('longest');
  });
});
