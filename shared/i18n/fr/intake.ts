import type { Section } from '../catalogue.ts';

export const intake: Section<'intake'> = {
  atLine: 'Ligne {line} : {finding}',
  refusals: {
    fileTooLarge: { title: 'Le fichier dépasse 20 Mio', advice: 'Donnez un fichier plus petit, ou collez le texte.' },
    fileTooHard: {
      title: 'La lecture du fichier demande trop de temps ou de mémoire',
      advice: 'Enregistrez-le en texte brut, ou collez le texte.',
    },
    fileUnpacksTooLarge: {
      title: 'Le fichier est petit mais son contenu est démesuré',
      advice: 'Il est peut-être malveillant. Demandez d’où il vient, ou collez le texte.',
    },
    fileKindUnknown: {
      title: 'Ce type de fichier ne peut pas être lu ici',
      advice: 'Textes : DOCX, PDF, TXT. Équipes : CSV, XLSX. Glossaires : CSV, TBX.',
    },
    fileBroken: { title: 'Le fichier est endommagé', advice: 'Ouvrez-le, enregistrez-le de nouveau, puis redonnez-le.' },
    fileLocked: { title: 'Le fichier est protégé par un mot de passe', advice: 'Enregistrez-le sans mot de passe.' },
    fileWithoutText: {
      title: 'Le fichier ne contient pas de texte',
      advice: 'C’est peut-être une image numérisée du texte. Demandez le texte lui-même.',
    },
    fileWithDoctype: {
      title: 'Le fichier contient une déclaration de type de document',
      advice: 'De tels fichiers ne sont pas lus. Exportez de nouveau le glossaire sans elle.',
    },
    columnsMissing: {
      title: 'La première ligne ne nomme pas les colonnes',
      advice: 'Équipes : cabine, initiales, A, B, C. Glossaires : une langue par colonne.',
    },
    filesWaiting: { title: 'Trop de fichiers attendent d’être lus', advice: 'Réessayez dans un instant.' },
    notAllowed: {
      title: 'Ce poste ne peut pas faire lire de fichiers',
      advice: 'Ouvrez de nouveau le lien de votre poste, ou demandez au poste qui le peut.',
    },
    unavailable: {
      title: 'Le serveur n’a pas lu le fichier',
      advice: 'Attendez que la page soit de nouveau en direct, puis redonnez le fichier.',
    },
  },
  findings: {
    otherLanguage: 'Le texte semble être en {found}, et non en {expected}.',
    brokenLetters: 'Certaines lettres n’ont pas pu être lues. Regardez le texte avant de l’utiliser.',
    columnUnknown: 'La colonne « {column} » n’est pas connue et a été laissée de côté.',
    boothUnknown: 'Il n’y a pas de cabine « {booth} ».',
    initialsMissing: 'Il n’y a ni initiales ni nom.',
    interpreterTwice: '{interpreter} est nommé deux fois dans la cabine.',
    languageUnknown: '« {language} » n’est pas une langue.',
    languagesMissing: '{interpreter} n’a aucune langue.',
    termEmpty: 'Il n’y a de mot dans aucune langue.',
    tooManyCells: 'Il y a plus de cellules que de colonnes.',
    quoteUnclosed: 'Un guillemet n’est pas fermé, ou n’est pas à sa place.',
    textTooLong: 'Le texte sous « {column} » est trop long.',
    textMarkup: 'Le texte sous « {column} » contient du balisage (< ou >).',
    xmlBroken: 'La fiche est endommagée.',
    tooManyLines: 'Seuls les {count} premiers termes ont été lus.',
    moreFindings: 'D’autres remarques de ce genre ne sont pas énumérées : {count}.',
  },
};
