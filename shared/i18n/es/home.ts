import type { Section } from '../catalogue.ts';

export const home: Section<'home'> = {
  tagline: 'La interpretación y la transmisión web, al ritmo de la sala.',
  meetings: 'Reuniones',
  loading: 'Obteniendo las reuniones …',
  emptyTitle: 'Todavía no hay ninguna reunión',
  emptyAdvice:
    'Prepare una a partir de una nota conceptual, un orden del día o una hoja de cálculo y créela con el enlace de administración.',
  awayTitle: 'El servidor no responde',
  awayAdvice: 'Esta página vuelve a intentarlo por sí sola. Las páginas de reunión abiertas en otros equipos indican su antigüedad.',
  desksTitle: 'Puestos',
  boothsTitle: 'Cabinas',
  screensTitle: 'Pantallas',
  linksAdvice: 'Cada enlace abre un puesto de trabajo. Entréguelo solo a quienes trabajen en él.',
  linksAway: 'Los enlaces de esta reunión no se pueden obtener en este momento.',
  copyLinkOf: 'Copiar enlace: {station}',
  code: 'Código',
  codeOf: 'Código de {station}',
  codeAdvice: 'Escanéelo con la tableta o el teléfono que vaya a ser este puesto. Quien tiene el código tiene el puesto.',
  howTitle: '¿Dónde están los enlaces de los puestos?',
  howAdvice:
    'Solo los ve la administración. El servidor imprimió su enlace al arrancar: ábralo en este navegador y esta página mostrará un enlace y un código para cada puesto.',
  howExample: 'Tiene este aspecto:',
  howStation: 'Si le han dado un enlace de puesto, ábralo: no necesita nada de esta página.',
  delete: 'Eliminar la reunión…',
  deleteTitle: '¿Eliminar esta reunión?',
  deleteAdvice:
    'La lista de oradores, todos los textos, el glosario, el registro y todos los enlaces desaparecerán de inmediato y para siempre. Las páginas abiertas se detendrán.',
  deleteNow: 'Eliminar para siempre',
  deleteFailed: 'No se pudo eliminar. Inténtelo de nuevo.',
  purpose: {
    chair: 'da la palabra, lleva el tiempo, cambia la lista',
    webcast: 'nombres en pantalla en seis idiomas',
    chief: 'equipos, turnos, terminología y usos',
    viewer: 'sigue la sesión sin cambiar nada',
    display: 'un nombre y un reloj para la sala',
    output: 'rótulos sobre fondo transparente, para el mezclador',
    captions: 'subtítulos desde la sala o un canal',
    sign: 'señas desde la sala o un canal',
  },
};
