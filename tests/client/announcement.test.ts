import { describe, expect, it } from 'vitest';
import { announcementSentence } from '../../client/views/pace/announcement.ts';
import { samplePlan } from '../../server/sample/hrc37-panel.ts';
import { comingCalls } from '../../shared/domain/rules/announcement.ts';
import type { Meeting } from '../../shared/domain/meeting.ts';
import { subjectOf } from '../../shared/domain/entries.ts';
import { loadCatalogue } from '../../shared/i18n/load-catalogue.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
import { given, type Scenario } from '../kit/given.ts';
import { delegation, smallPlan } from '../kit/plans.ts';

const sample = given(samplePlan);

async function said(meeting: Meeting, language: Language): Promise<string | null> {
  const catalogue = await loadCatalogue(language);
  return announcementSentence(comingCalls(meeting, language), { t: (key, params) => translate(catalogue, language, key, params) });
}

/** The panel when everybody before the one of this name has been and gone. */
function standing(name: string): Meeting {
  const { meeting } = sample;
  const at = meeting.entries.findIndex((entry) => subjectOf(entry) === name);
  return { ...meeting, entries: meeting.entries.map((entry, index) => (index < at ? { ...entry, status: 'done' as const } : entry)) };
}

/** Delegations that are known by one name only. */
function slot(...names: readonly string[]): Scenario {
  const entries = names.map((name) => delegation(name, { persons: [{ kind: 'delegation', name }] }));
  return given(smallPlan({ segments: [{ title: 'Floor', part: 'floor', budgetSeconds: 600, entries }] }));
}

describe('what the chair says before the next speaker', () => {
  it('[PC15] It names the next speaker in full and the two after by name, a State with its article.', async () => {
    expect(await said(standing('María Fernanda Espinosa Garcés'), 'en')).toBe(
      'I now give the floor to H.E. Ms. María Fernanda Espinosa Garcés, Minister of Foreign Affairs and Human Mobility of Ecuador, ' +
        'to be followed by Ms. Mary Robinson and the European Union.',
    );
    expect(await said(standing('United States of America'), 'en')).toBe(
      'I now give the floor to the distinguished representative of the United States of America, to be followed by Belarus and Mexico.',
    );
    expect(await said(standing('Egypt'), 'en')).toBe(
      'I now give the floor to the distinguished representative of Egypt, on behalf of the Group of Arab States, to be followed by India and Cuba.',
    );
  });

  it('[PC16] In each language with the forms that somebody vouches for, and without declining a name.', async () => {
    const meeting = standing('India');
    expect(
      Object.fromEntries(await Promise.all(officialLanguages.map(async (language) => [language, await said(meeting, language)]))),
    ).toEqual({
      ar: 'أعطي الكلمة الآن للوفد التالي: الهند. ثم تكون الكلمة إلى: كوبا، ثم الصين.',
      zh: '现在请印度的代表发言，随后发言的是古巴和中国。',
      en: 'I now give the floor to the distinguished representative of India, to be followed by Cuba and China.',
      fr: 'Je donne maintenant la parole à la délégation suivante : Inde. Ensuite : Cuba, puis Chine.',
      ru: 'Слово предоставляется следующей делегации: Индия. Далее по списку: Куба, затем Китай.',
      es: 'Doy ahora la palabra a la siguiente delegación: India. A continuación: Cuba; después: China.',
    });
    expect(await said(standing('María Fernanda Espinosa Garcés'), 'zh')).toBe(
      '现在请厄瓜多尔外交和人口流动部长玛丽亚·费尔南达·埃斯皮诺萨·加西斯发言，随后发言的是玛丽·鲁滨逊和欧洲联盟。',
    );
    expect(await said(standing('María Fernanda Espinosa Garcés'), 'ru')).toMatch(/^Слово имеет Мария Фернанда Эспиноса Гарсес, Министр /);
  });

  it('[PC17] The words that the chair’s office has laid down are taken as they are.', async () => {
    const named = given(smallPlan()).when({
      type: 'editEntry',
      entryId: 'e1',
      revision: 1,
      patch: { persons: [{ id: 'p1', announcedAs: 'the President of the Council' }] },
    });
    expect(await said(named.meeting, 'en')).toMatch(/^I now give the floor to the President of the Council, to be followed by /);
    expect(await said(named.meeting, 'fr')).toMatch(/^La parole est maintenant à : the President of the Council\. Ensuite : /);
  });

  it('[PC18] Fewer than three are announced as they are; nobody when the list is at its end or the meeting closed.', async () => {
    expect(await said(slot('Iran (Islamic Republic of)', 'Niger').meeting, 'en')).toBe(
      'I now give the floor to the distinguished representative of the Islamic Republic of Iran, to be followed by the Niger.',
    );
    const last = slot('Chad');
    expect(await said(last.meeting, 'en')).toBe('I now give the floor to the distinguished representative of Chad.');
    expect(await said(last.when({ type: 'giveFloor', entryId: 'e1' }).meeting, 'en')).toBeNull();
    expect(await said(last.when({ type: 'closeMeeting' }).meeting, 'en')).toBeNull();
  });

  it.each([
    ['Bolivia (Plurinational State of)', 'the Plurinational State of Bolivia'],
    ['Micronesia (Federated States of)', 'the Federated States of Micronesia'],
    ['Russian Federation', 'the Russian Federation'],
    ['Holy See', 'the Holy See'],
    ['Sudan', 'the Sudan'],
    ['South Sudan', 'South Sudan'],
    ['Viet Nam', 'Viet Nam'],
    ['UPR Info', 'UPR Info'],
    ['Coalition of non-governmental organizations', 'the Coalition of non-governmental organizations'],
    ['The Gambia Federation', 'The Gambia Federation'],
  ])('calls %s "%s" in English', (name, spoken) => {
    const { meeting } = slot(name);
    expect(comingCalls(meeting, 'en').map((call) => call.name)).toEqual([spoken]);
    expect(comingCalls(meeting, 'fr').map((call) => call.name)).toEqual([name]);
  });

  it('says of a reply that it is one', async () => {
    const reply = slot().when({
      type: 'requestRightOfReply',
      entry: { persons: [{ kind: 'delegation', name: 'India' }], rank: 'state', language: 'en' },
    });
    expect(await said(reply.meeting, 'en')).toBe(
      'I now give the floor to the distinguished representative of India in exercise of the right of reply.',
    );
  });
});
