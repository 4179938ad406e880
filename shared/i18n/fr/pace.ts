import type { Section } from '../catalogue.ts';

export const pace: Section<'pace'> = {
  rate: { words: '{rate} mots/min', characters: '{rate} car./min' },
  level: { ok: 'bon rythme', amber: 'rapide', red: 'trop rapide' },
  count: {
    words: { one: '{count} mot', many: '{count} de mots', other: '{count} mots' },
    characters: { one: '{count} caractère', many: '{count} de caractères', other: '{count} caractères' },
  },
  planned: '{amount} en {time} : {rate}',
  asks: 'le texte demande {rate}',
  reads: 'lit {rate}',
  needs: 'le reste demande {rate}',
  noText: 'Rythme inconnu : pas de texte',

  card: {
    open: 'Fiche des noms',
    title: 'Qui parle et qui vient',
    say: 'Dites',
    pronunciation: 'Prononciation',
    pronunciationHint: 'API entre barres obliques, ou comme cela se lit. Pour les cabines seulement',
    chairSays: 'La présidence dit',
    announcedAs: 'Comment la présidence appelle l’orateur',
    announcedAsHint: 'Seulement si ce n’est pas le nom',
    announcement: 'Tels que la présidence les annoncera',
    copy: 'Copier l’annonce',
    nobody: 'Plus personne sur la liste des orateurs',
  },

  announce: {
    delegation: 'Je donne maintenant la parole à la délégation suivante : {name}',
    person: 'Je donne maintenant la parole à {name}',
    called: 'La parole est maintenant à : {name}',
    delegationRole: '{name}, {role}',
    personRole: '{name}, {role}',
    inReply: '{call} (droit de réponse)',
    alone: '{call}.',
    oneMore: '{call}. Ensuite : {second}.',
    twoMore: '{call}. Ensuite : {second}, puis {third}.',
  },
};
