/**
 * Thirty delegations for the two slots. Illustrative: the concept note names no floor speaker. The European Union, India,
 * the United States of America and a coalition of NGOs are known to have spoken; the rest are real States and
 * institutions that could have. Groups come first, in the first slot, and count among its twelve States. Languages follow
 * the practice of the delegations, so that each slot has all six.
 */
import type { PlanCaption, PlanEntry, PlanScript } from '../../shared/domain/plan.ts';
import type { Rank } from '../../shared/domain/meeting.ts';
import { must } from '../../shared/lib/assert.ts';
import { type Language, officialLanguages } from '../../shared/reference/languages.ts';
import { stateByIso2 } from '../../shared/reference/un-short-names.ts';
import { floorOrganizations, type FloorOrganization, groupOfArabStates } from './hrc37-floor-organizations.ts';
import { floorScripts } from './hrc37-scripts.ts';

const floorSeconds = 120;
const tableOfStates = 'UN short names (UNTERM / M49)';

export const firstSlot: readonly PlanEntry[] = [
  organization('group', 'en', floorOrganizations.europeanUnion, floorScripts.europeanUnion),
  stateForGroup('EG', 'ar', groupOfArabStates, floorScripts.egypt),
  state('IN', 'en', floorScripts.india),
  state('CU', 'es', floorScripts.cuba),
  state('CN', 'zh', floorScripts.china),
  state('FR', 'fr', floorScripts.france),
  state('US', 'en'),
  state('BY', 'ru'),
  state('MX', 'es'),
  state('CI', 'fr'),
  state('ID', 'en'),
  state('IQ', 'ar'),
  organization('nhri', 'fr', floorOrganizations.moroccanCouncil),
  organization('ngo', 'en', floorOrganizations.coalition),
  organization('ngo', 'en', floorOrganizations.internationalService),
];

export const secondSlot: readonly PlanEntry[] = [
  state('RU', 'ru', floorScripts.russianFederation),
  state('QA', 'ar', floorScripts.qatar),
  state('PK', 'en', { status: 'expected' }),
  state('UY', 'es'),
  state('BE', 'fr'),
  state('GB', 'en'),
  state('BO', 'es'),
  state('VN', 'en'),
  state('SN', 'fr'),
  state('LY', 'ar'),
  state('GE', 'en'),
  state('MV', 'en'),
  organization('nhri', 'en', floorOrganizations.philippineCommission),
  organization('ngo', 'zh', floorOrganizations.chinaSociety),
  organization('ngo', 'en', floorOrganizations.uprInfo),
];

function state(iso2: string, language: Language, script?: PlanScript): PlanEntry {
  return place('state', language, stateName(iso2, 'en'), stateCaptions(iso2), script);
}

function stateForGroup(iso2: string, language: Language, group: FloorOrganization, script: PlanScript): PlanEntry {
  const captions: Partial<Record<Language, PlanCaption>> = {};
  for (const code of officialLanguages) {
    const onBehalf = must(group.captions[code], `the name of the group in ${code}`).name;
    captions[code] = {
      name: stateName(iso2, code),
      function: onBehalf,
      verifiedBy: `${tableOfStates}; the group as in reports of the Human Rights Council`,
    };
  }
  return { ...place('group', language, stateName(iso2, 'en'), captions, script), onBehalfOf: group.name };
}

function organization(rank: Rank, language: Language, from: FloorOrganization, script?: PlanScript): PlanEntry {
  const entry = place(rank, language, from.name, from.captions, script);
  return from.onBehalfOf === undefined ? entry : { ...entry, onBehalfOf: from.onBehalfOf };
}

function place(
  rank: Rank,
  language: Language,
  name: string,
  captions: Partial<Record<Language, PlanCaption>>,
  script: PlanScript | undefined,
): PlanEntry {
  return {
    rank,
    language,
    limitSeconds: floorSeconds,
    illustrative: true,
    persons: [{ kind: 'delegation', name, nameLanguage: 'en', captions }],
    ...(script && { script }),
  };
}

function stateCaptions(iso2: string): Partial<Record<Language, PlanCaption>> {
  const captions: Partial<Record<Language, PlanCaption>> = {};
  for (const language of officialLanguages) {
    captions[language] = { name: stateName(iso2, language), verifiedBy: tableOfStates };
  }
  return captions;
}

function stateName(iso2: string, language: Language): string {
  return must(stateByIso2(iso2), `a State with the code ${iso2}`).names[language];
}
