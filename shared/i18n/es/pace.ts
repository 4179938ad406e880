import type { Section } from '../catalogue.ts';

export const pace: Section<'pace'> = {
  rate: { words: '{rate} pal./min', characters: '{rate} car./min' },
  level: { ok: 'buen ritmo', amber: 'rápido', red: 'demasiado rápido' },
  count: {
    words: { one: '{count} palabra', many: '{count} de palabras', other: '{count} palabras' },
    characters: { one: '{count} carácter', many: '{count} de caracteres', other: '{count} caracteres' },
  },
  planned: '{amount} en {time}: {rate}',
  asks: 'el texto exige {rate}',
  reads: 'lee a {rate}',
  needs: 'el resto exige {rate}',
  noText: 'Ritmo desconocido: no hay texto',

  card: {
    open: 'Ficha de nombres',
    title: 'Quién habla y quién sigue',
    say: 'Diga',
    pronunciation: 'Pronunciación',
    pronunciationHint: 'AFI entre barras, o tal como suena. Solo para las cabinas',
    chairSays: 'La presidencia dice',
    announcedAs: 'Cómo llama la presidencia al orador',
    announcedAsHint: 'Solo si no es el nombre',
    announcement: 'Tal como los anunciará la presidencia',
    copy: 'Copiar el anuncio',
    nobody: 'No queda nadie en la lista de oradores',
  },

  announce: {
    delegation: 'Doy ahora la palabra a la siguiente delegación: {name}',
    person: 'Doy ahora la palabra a {name}',
    called: 'Tiene ahora la palabra: {name}',
    delegationRole: '{name}, {role}',
    personRole: '{name}, {role}',
    inReply: '{call} (derecho de respuesta)',
    alone: '{call}.',
    oneMore: '{call}. A continuación: {second}.',
    twoMore: '{call}. A continuación: {second}; después: {third}.',
  },
};
