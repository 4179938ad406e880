import type { Section } from '../catalogue.ts';

export const intake: Section<'intake'> = {
  atLine: 'Línea {line}: {finding}',
  refusals: {
    fileTooLarge: { title: 'El archivo supera los 20 MiB', advice: 'Dé un archivo más pequeño o pegue el texto.' },
    fileTooHard: {
      title: 'Leer el archivo exige demasiado tiempo o memoria',
      advice: 'Guárdelo como texto sin formato o pegue el texto.',
    },
    fileUnpacksTooLarge: {
      title: 'El archivo es pequeño, pero su contenido es desmesurado',
      advice: 'Quizá sea malicioso. Pregunte de dónde viene o pegue el texto.',
    },
    fileKindUnknown: {
      title: 'Este tipo de archivo no se puede leer aquí',
      advice: 'Textos: DOCX, PDF, TXT. Equipos: CSV, XLSX. Glosarios: CSV, TBX.',
    },
    fileBroken: { title: 'El archivo está dañado', advice: 'Ábralo, guárdelo de nuevo y vuelva a darlo.' },
    fileLocked: { title: 'El archivo está protegido con contraseña', advice: 'Guárdelo sin contraseña.' },
    fileWithoutText: {
      title: 'El archivo no contiene texto',
      advice: 'Quizá sea un escaneo, una imagen del texto. Pida el texto mismo.',
    },
    fileWithDoctype: {
      title: 'El archivo contiene una declaración de tipo de documento',
      advice: 'Tales archivos no se leen. Exporte de nuevo el glosario sin ella.',
    },
    columnsMissing: {
      title: 'La primera línea no nombra las columnas',
      advice: 'Equipos: cabina, iniciales, A, B, C. Glosarios: un idioma por columna.',
    },
    filesWaiting: { title: 'Hay demasiados archivos esperando a ser leídos', advice: 'Inténtelo de nuevo en un momento.' },
    notAllowed: {
      title: 'Este puesto no puede hacer leer archivos',
      advice: 'Abra de nuevo el enlace de su puesto o pregunte al puesto que puede.',
    },
    unavailable: {
      title: 'El servidor no ha leído el archivo',
      advice: 'Espere a que la página vuelva a estar en directo y dé el archivo otra vez.',
    },
  },
  findings: {
    otherLanguage: 'El texto parece estar en {found}, no en {expected}.',
    brokenLetters: 'Algunas letras no se pudieron leer. Mire el texto antes de usarlo.',
    columnUnknown: 'La columna «{column}» no se conoce y se ha omitido.',
    boothUnknown: 'No hay ninguna cabina «{booth}».',
    initialsMissing: 'No hay iniciales ni nombre.',
    interpreterTwice: '{interpreter} figura dos veces en la cabina.',
    languageUnknown: '«{language}» no es un idioma.',
    languagesMissing: '{interpreter} no tiene ningún idioma.',
    termEmpty: 'No hay ninguna palabra en ningún idioma.',
    tooManyCells: 'Hay más celdas que columnas.',
    quoteUnclosed: 'Unas comillas no se cierran o están donde no deben.',
    textTooLong: 'El texto bajo «{column}» es demasiado largo.',
    textMarkup: 'El texto bajo «{column}» contiene marcas (< o >).',
    xmlBroken: 'La entrada está dañada.',
    tooManyLines: 'Solo se han leído los primeros {count} términos.',
    moreFindings: 'Hay más observaciones de este tipo que no se enumeran: {count}.',
  },
};
