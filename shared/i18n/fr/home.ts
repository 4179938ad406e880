import type { Section } from '../catalogue.ts';

export const home: Section<'home'> = {
  tagline: 'L’interprétation et la webdiffusion, au rythme de la salle.',
  meetings: 'Réunions',
  loading: 'Chargement des réunions …',
  emptyTitle: 'Aucune réunion pour l’instant',
  emptyAdvice:
    'Préparez-en une à partir d’une note de cadrage, d’un ordre du jour ou d’un tableur, puis créez-la avec le lien de l’administrateur.',
  awayTitle: 'Le serveur ne répond pas',
  awayAdvice: 'Cette page réessaie d’elle-même. Les pages de réunion ouvertes ailleurs indiquent leur ancienneté.',
  desksTitle: 'Postes',
  boothsTitle: 'Cabines',
  screensTitle: 'Écrans',
  linksAdvice: 'Chaque lien ouvre un poste de travail. Ne le donnez qu’à ceux qui y travaillent.',
  linksAway: 'Les liens de cette réunion ne peuvent pas être chargés pour le moment.',
  copyLinkOf: 'Copier le lien : {station}',
  code: 'Code',
  codeOf: 'Code pour {station}',
  codeAdvice: 'À scanner avec la tablette ou le téléphone qui servira de poste. Qui a le code a le poste.',
  howTitle: 'Où sont les liens des postes ?',
  howAdvice:
    'Seul l’administrateur les voit. Le serveur a affiché le lien de l’administrateur à son démarrage : ouvrez-le dans ce navigateur, et cette page montrera un lien et un code par poste.',
  howExample: 'Il ressemble à ceci :',
  howStation: 'Si l’on vous a remis un lien de poste, ouvrez-le : vous n’avez besoin de rien ici.',
  delete: 'Supprimer la réunion…',
  deleteTitle: 'Supprimer cette réunion ?',
  deleteAdvice:
    'La liste des orateurs, tous les textes, le glossaire, le compte rendu et tous les liens disparaîtront aussitôt et définitivement. Les pages ouvertes s’arrêteront.',
  deleteNow: 'Supprimer définitivement',
  deleteFailed: 'La suppression a échoué. Réessayez.',
  purpose: {
    chair: 'donne la parole, tient le temps, modifie la liste',
    webcast: 'les noms à l’écran en six langues',
    chief: 'équipes, tours, terminologie et usages',
    viewer: 'suit sans rien modifier',
    display: 'un nom et un chronomètre pour la salle',
    output: 'les titres sur fond transparent, pour le mélangeur',
    captions: 'sous-titres depuis la salle ou un canal',
    sign: 'signes depuis la salle ou un canal',
  },
};
