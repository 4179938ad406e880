import { describe, expect, it } from 'vitest';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import type { Interpreter, Meeting } from '../../shared/domain/meeting.ts';
import { meetingFromPlan } from '../../shared/domain/meeting-from-plan.ts';
import { languageRead, silentTask } from '../../shared/domain/rules/silent-booth.ts';
import type { MeetingPlan } from '../../shared/domain/plan.ts';

function meetingWith(booths: MeetingPlan['booths']): Meeting {
  return meetingFromPlan('m1', { ...samplePlan, booths: { ...samplePlan.booths, ...booths } });
}
const captioner: Interpreter = { id: 'C1', a: ['en'], b: [], c: [] };
const signer: Interpreter = { id: 'I1', a: ['ils'], b: [], c: ['fr', 'en'] };
const meeting = meetingWith({ captions: [captioner], sign: [signer] });

describe('booths without a channel', () => {
  it('[SB1] work from the floor when who is at work understands it, else from a channel that somebody feeds', () => {
    expect(silentTask(meeting, 'captions', 'en')).toEqual({ role: 'direct', from: 'floor', interpreter: 'C1', heardDepth: 0 });
    expect(silentTask(meeting, 'captions', 'fr')).toEqual({ role: 'relay', from: 'en', interpreter: 'C1', heardDepth: 1 });
    expect(silentTask(meeting, 'sign', 'fr')).toMatchObject({ role: 'direct', from: 'floor' });
    expect(silentTask(meeting, 'sign', 'ru')).toMatchObject({ role: 'relay', heardDepth: 1 });
  });

  it('[SB1] hear a retour like any channel, and prefer what comes straight from the floor', () => {
    // Chinese on the floor: the Chinese booth works into English; French takes relay from there.
    expect(silentTask(meeting, 'sign', 'zh')).toMatchObject({ role: 'relay', from: 'en', heardDepth: 1 });
  });

  it('[SB1] have a gap, said as such, when no channel is fed that they understand', () => {
    const alone = meetingWith({ sign: [{ id: 'I1', a: ['ils'], b: [], c: ['pt'] }] });
    expect(silentTask(alone, 'sign', 'ru')).toEqual({ role: 'gap', from: null, interpreter: 'I1', heardDepth: null });
    const nobody: Meeting = { ...meeting, booths: { ...meeting.booths, en: { ...meeting.booths.en, interpreters: [] } } };
    expect(silentTask(nobody, 'captions', 'ru')).toMatchObject({ role: 'gap', from: null });
  });

  it('[SB1] follow whoever of the team is at work', () => {
    const two = meetingWith({ captions: [captioner, { id: 'C2', a: ['en'], b: [], c: ['es'] }] });
    const second = { ...two.booths.captions, onMic: { interpreter: 'C2', since: 0 } };
    expect(silentTask({ ...two, booths: { ...two.booths, captions: second } }, 'captions', 'es')).toMatchObject({
      from: 'floor',
      interpreter: 'C2',
    });
  });

  it('[SB2] read names, texts and terms in English for captions, and for signs in the first of the six that who is at work understands', () => {
    const spanish: Interpreter = { id: 'C2', a: ['es'], b: [], c: [] };
    expect(languageRead('captions', { interpreters: [spanish], onMic: null })).toBe('en');
    expect(languageRead('sign', { interpreters: [signer], onMic: null })).toBe('fr');
    expect(languageRead('sign', { interpreters: [signer, spanish], onMic: { interpreter: 'C2', since: 0 } })).toBe('es');
    expect(languageRead('sign', { interpreters: [{ id: 'I2', a: ['ils'], b: [], c: [] }], onMic: null })).toBe('en');
    expect(languageRead('sign', { interpreters: [], onMic: null })).toBe('en');
  });
});
