import type { Section } from '../catalogue.ts';

export const lookAhead: Section<'lookAhead'> = {
  title: 'À venir pour les cabines',
  nothing: 'Rien à préparer pour les orateurs suivants',
  noTeams: 'Aucune équipe connue : rien ne peut être prévu',
  in: 'dans {time}',
  at: 'à {time}',
  number: 'n° {number}',
  andLater: 'et {count} plus tard',
  more: '{count} de plus',
  booth: {
    gap: {
      noPath: 'non couvert : personne ne peut prendre cette langue ({language})',
      noTeam: 'non couvert : aucune équipe dans cette cabine',
      consentNeeded: 'non couvert, sauf double relais',
    },
    doubleRelay: 'double relais de {code}',
    handoverNeeded: 'passez le micro à {who}',
    singlePivot: 'ne passez pas le micro à {others} : le relais de {codes} dépend de {who}',
    singlePivotAlone: 'le relais de {codes} dépend de {who} : personne d’autre ne peut',
    retourNeeded: 'retour vers {code} par {who}',
    videoWithoutText: 'film, et pas encore de texte',
  },
  chair: {
    gap: {
      noPath: '{booths} : personne ne peut prendre cette langue ({language})',
      noTeam: '{booths} : aucune équipe',
      consentNeeded: '{booths} : seulement par double relais ; consultez l’interprète en chef',
    },
    doubleRelay: '{booths} : double relais de {code}',
    handoverNeeded: '{booths} : {who} relève {from}',
    handoverUnknown: '{booths} : {who} doit être au micro',
    singlePivot: '{booths} : ne pas passer à {others} ; le relais de {codes} dépend de {who}',
    singlePivotAlone: '{booths} : le relais de {codes} dépend de {who}, personne d’autre ne peut',
    retourNeeded: '{booths} : retour vers {code} par {who}',
    videoWithoutText: 'film, et pas encore de texte',
  },
  mark: { singlePivot: 'pas {others}', singlePivotAlone: '{who} seul' },
};
