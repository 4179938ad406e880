import type { Section } from '../catalogue.ts';

export const lookAhead: Section<'lookAhead'> = {
  title: 'Por delante, para las cabinas',
  nothing: 'Nada que preparar para quienes aún deben hablar',
  noTeams: 'No consta ningún equipo: no se puede prever nada',
  in: 'dentro de {time}',
  at: 'a las {time}',
  number: 'n.º {number}',
  andLater: 'y {count} más tarde',
  more: '{count} más',
  booth: {
    gap: {
      noPath: 'sin cobertura: nadie puede tomar el {language}',
      noTeam: 'sin cobertura: esta cabina no tiene equipo',
      consentNeeded: 'sin cobertura, salvo con doble relé',
    },
    doubleRelay: 'doble relé de {code}',
    handoverNeeded: 'pasen el micrófono a {who}',
    singlePivot: 'no pasen el micrófono a {others}: el relé de {codes} depende de {who}',
    singlePivotAlone: 'el relé de {codes} depende de {who}: nadie más puede',
    retourNeeded: 'retour hacia {code}, {who}',
    videoWithoutText: 'vídeo, y aún sin texto',
  },
  chair: {
    gap: {
      noPath: '{booths}: nadie puede tomar el {language}',
      noTeam: '{booths}: sin equipo',
      consentNeeded: '{booths}: solo con doble relé; consulten al jefe de intérpretes',
    },
    doubleRelay: '{booths}: doble relé de {code}',
    handoverNeeded: '{booths}: {who} releva a {from}',
    handoverUnknown: '{booths}: {who} debe estar al micrófono',
    singlePivot: '{booths}: que no pase a {others}; el relé de {codes} depende de {who}',
    singlePivotAlone: '{booths}: el relé de {codes} depende de {who}, nadie más puede',
    retourNeeded: '{booths}: retour hacia {code}, {who}',
    videoWithoutText: 'vídeo, y aún sin texto',
  },
  mark: { singlePivot: 'no {others}', singlePivotAlone: 'solo {who}' },
};
