/** The four places of the panellists. One holds two persons: a video message, and who takes part on its speaker's behalf. */
import type { PlanEntry, PlanPerson } from '../../shared/domain/plan.ts';
import { asPublished, fromConceptNote, transliterated, unverified } from './captions.ts';
import { podiumScripts } from './hrc37-scripts.ts';

const panellistSeconds = 480;

const steiner: PlanPerson = {
  name: 'Achim Steiner',
  nameLanguage: 'de',
  pronunciation: '/ˈaxɪm ˈʃtaɪnɐ/',
  honorific: 'Mr.',
  function: 'Administrator of the United Nations Development Programme',
  delivery: 'video',
  captions: {
    ar: asPublished('أخيم شتاينر', 'مدير برنامج الأمم المتحدة الإنمائي'),
    zh: asPublished('阿奇姆·施泰纳', '联合国开发计划署署长'),
    en: fromConceptNote('Achim Steiner', 'Administrator of the United Nations Development Programme'),
    fr: asPublished('Achim Steiner', 'Administrateur du Programme des Nations Unies pour le développement'),
    ru: asPublished('Ахим Штайнер', 'Администратор Программы развития Организации Объединенных Наций'),
    es: asPublished('Achim Steiner', 'Administrador del Programa de las Naciones Unidas para el Desarrollo'),
  },
};

const piper: PlanPerson = {
  name: 'Robert Piper',
  nameLanguage: 'en',
  honorific: 'Mr.',
  function: 'Special Adviser on United Nations Reforms, United Nations Development Programme',
  delivery: 'room',
  captions: {
    ar: transliterated('روبرت بايبر', 'المستشار الخاص لشؤون إصلاحات الأمم المتحدة، برنامج الأمم المتحدة الإنمائي'),
    zh: unverified('罗伯特·派珀', '联合国开发计划署联合国改革特别顾问'),
    en: fromConceptNote('Robert Piper', 'Special Adviser on United Nations Reforms, United Nations Development Programme'),
    fr: asPublished(
      'Robert Piper',
      'Conseiller spécial pour les réformes de l’Organisation des Nations Unies, Programme des Nations Unies pour le développement',
    ),
    ru: transliterated(
      'Роберт Пайпер',
      'Специальный советник по реформам Организации Объединенных Наций, Программа развития Организации Объединенных Наций',
    ),
    es: asPublished(
      'Robert Piper',
      'Asesor Especial sobre las Reformas de las Naciones Unidas, Programa de las Naciones Unidas para el Desarrollo',
    ),
  },
};

const petriGornitzka: PlanPerson = {
  name: 'Charlotte Petri Gornitzka',
  nameLanguage: 'sv',
  honorific: 'Ms.',
  function: 'Chair of the Development Assistance Committee, Organisation for Economic Co-operation and Development',
  captions: {
    ar: unverified('شارلوت بيتري غورنيتسكا', 'رئيسة لجنة المساعدة الإنمائية، منظمة التعاون والتنمية في الميدان الاقتصادي'),
    en: fromConceptNote(
      'Charlotte Petri Gornitzka',
      'Chair of the Development Assistance Committee, Organisation for Economic Co-operation and Development',
    ),
    fr: asPublished(
      'Charlotte Petri Gornitzka',
      'Présidente du Comité d’aide au développement, Organisation de coopération et de développement économiques',
    ),
    ru: unverified(
      'Шарлотта Петри Горницка',
      'Председатель Комитета содействия развитию, Организация экономического сотрудничества и развития',
    ),
    es: asPublished(
      'Charlotte Petri Gornitzka',
      'Presidenta del Comité de Asistencia para el Desarrollo, Organización de Cooperación y Desarrollo Económicos',
    ),
  },
};

const espinosa: PlanPerson = {
  name: 'María Fernanda Espinosa Garcés',
  nameLanguage: 'es',
  pronunciation: '/maˈɾi.a feɾˈnanda espiˈnosa ɡaɾˈses/',
  honorific: 'H.E. Ms.',
  function: 'Minister of Foreign Affairs and Human Mobility of Ecuador',
  captions: {
    ar: unverified('ماريا فرناندا إسبينوزا غارسيس', 'وزيرة الخارجية والتنقل البشري في إكوادور'),
    zh: asPublished('玛丽亚·费尔南达·埃斯皮诺萨·加西斯', '厄瓜多尔外交和人口流动部长'),
    en: fromConceptNote('María Fernanda Espinosa Garcés', 'Minister of Foreign Affairs and Human Mobility of Ecuador'),
    fr: asPublished('María Fernanda Espinosa Garcés', 'Ministre des affaires étrangères et de la mobilité humaine de l’Équateur'),
    ru: asPublished('Мария Фернанда Эспиноса Гарсес', 'Министр иностранных дел и по вопросам мобильности населения Эквадора'),
    es: asPublished('María Fernanda Espinosa Garcés', 'Ministra de Relaciones Exteriores y Movilidad Humana del Ecuador'),
  },
};

const robinson: PlanPerson = {
  name: 'Mary Robinson',
  nameLanguage: 'en',
  honorific: 'Ms.',
  function: 'former United Nations High Commissioner for Human Rights',
  captions: {
    ar: asPublished('ماري روبنسون', 'مفوضة الأمم المتحدة السامية السابقة لحقوق الإنسان'),
    zh: asPublished('玛丽·鲁滨逊', '前联合国人权事务高级专员'),
    en: fromConceptNote('Mary Robinson', 'Former United Nations High Commissioner for Human Rights'),
    fr: asPublished('Mary Robinson', 'Ancienne Haute-Commissaire des Nations Unies aux droits de l’homme'),
    ru: asPublished('Мэри Робинсон', 'Бывший Верховный комиссар Организации Объединенных Наций по правам человека'),
    es: asPublished('Mary Robinson', 'Ex Alta Comisionada de las Naciones Unidas para los Derechos Humanos'),
  },
};

export const guestPanellists: readonly PlanEntry[] = [
  {
    role: 'panellist',
    rank: 'igo',
    delivery: 'video',
    language: 'en',
    limitSeconds: panellistSeconds,
    persons: [steiner, piper],
    script: { status: 'expected' },
  },
  {
    role: 'panellist',
    rank: 'igo',
    language: 'en',
    limitSeconds: panellistSeconds,
    persons: [petriGornitzka],
  },
  {
    role: 'panellist',
    rank: 'dignitary',
    language: 'es',
    limitSeconds: panellistSeconds,
    persons: [espinosa],
    script: podiumScripts.ministerOfEcuador,
  },
  {
    role: 'panellist',
    rank: 'dignitary',
    language: 'en',
    limitSeconds: panellistSeconds,
    persons: [robinson],
    script: podiumScripts.formerHighCommissioner,
  },
];
