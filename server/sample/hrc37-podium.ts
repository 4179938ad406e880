/**
 * The nine places of the podium in the order of the concept note, with the names exactly as it writes them. Pronunciations are
 * ours, by the reading rules of the language of each name (Slovene, Slovak, Arabic, German, Spanish of the Americas), where
 * those leave no doubt; nobody has asked their owners. The note does not give them.
 */
import type { PlanEntry } from '../../shared/domain/plan.ts';
import { guestPanellists } from './hrc37-panellists.ts';
import { asPublished, fromConceptNote, unverified } from './captions.ts';
import { podiumScripts } from './hrc37-scripts.ts';

const chair: PlanEntry = {
  role: 'chair',
  rank: 'dignitary',
  language: 'en',
  limitSeconds: 180,
  persons: [
    {
      name: 'Vojislav Šuc',
      nameLanguage: 'sl',
      pronunciation: '/ˈʋɔjislau̯ ˈʃuts/',
      honorific: 'H.E. Mr.',
      function: 'President of the Human Rights Council',
      captions: {
        ar: unverified('فويسلاف شوتس', 'رئيس مجلس حقوق الإنسان'),
        en: fromConceptNote('Vojislav Šuc', 'President of the Human Rights Council'),
        fr: asPublished('Vojislav Šuc', 'Président du Conseil des droits de l’homme'),
        ru: unverified('Воислав Шуц', 'Председатель Совета по правам человека'),
        es: asPublished('Vojislav Šuc', 'Presidente del Consejo de Derechos Humanos'),
      },
    },
  ],
};

const presidentOfTheAssembly: PlanEntry = {
  role: 'opening',
  rank: 'dignitary',
  language: 'en',
  limitSeconds: 360,
  script: podiumScripts.presidentOfTheAssembly,
  persons: [
    {
      name: 'Miroslav Lajčák',
      nameLanguage: 'sk',
      pronunciation: '/ˈmirɔslau̯ ˈlajtʃaːk/',
      honorific: 'H.E. Mr.',
      function: 'President of the 72nd session of the General Assembly',
      captions: {
        ar: asPublished('ميروسلاف لايتشاك', 'رئيس الدورة الثانية والسبعين للجمعية العامة'),
        zh: asPublished('米罗斯拉夫·莱恰克', '大会第七十二届会议主席'),
        en: fromConceptNote('Miroslav Lajčák', 'President of the 72nd session of the General Assembly'),
        fr: asPublished('Miroslav Lajčák', 'Président de la soixante-douzième session de l’Assemblée générale'),
        ru: asPublished('Мирослав Лайчак', 'Председатель семьдесят второй сессии Генеральной Ассамблеи'),
        es: asPublished('Miroslav Lajčák', 'Presidente de la Asamblea General en su septuagésimo segundo período de sesiones'),
      },
    },
  ],
};

const deputySecretaryGeneral: PlanEntry = {
  role: 'opening',
  rank: 'igo',
  delivery: 'video',
  language: 'en',
  limitSeconds: 360,
  script: podiumScripts.deputySecretaryGeneral,
  persons: [
    {
      name: 'Amina Mohammed',
      nameLanguage: 'en',
      honorific: 'Ms.',
      function: 'Deputy Secretary-General of the United Nations',
      captions: {
        ar: asPublished('أمينة محمد', 'نائبة الأمين العام للأمم المتحدة'),
        // More than one form is in use.
        zh: unverified('阿明娜·穆罕默德', '联合国常务副秘书长'),
        en: fromConceptNote('Amina Mohammed', 'Deputy Secretary-General of the United Nations'),
        fr: asPublished('Amina Mohammed', 'Vice-Secrétaire générale de l’Organisation des Nations Unies'),
        ru: asPublished('Амина Мохаммед', 'Первый заместитель Генерального секретаря Организации Объединенных Наций'),
        es: asPublished('Amina Mohammed', 'Vicesecretaria General de las Naciones Unidas'),
      },
    },
  ],
};

const highCommissioner: PlanEntry = {
  role: 'opening',
  rank: 'igo',
  language: 'en',
  limitSeconds: 360,
  script: podiumScripts.highCommissioner,
  persons: [
    {
      name: "Zeid Ra'ad Al Hussein",
      nameLanguage: 'en',
      pronunciation: '/ˈzajd ˈraʕd al ħuˈsajn/',
      honorific: 'Mr.',
      function: 'United Nations High Commissioner for Human Rights',
      captions: {
        ar: asPublished('زيد رعد الحسين', 'مفوض الأمم المتحدة السامي لحقوق الإنسان'),
        zh: asPublished('扎伊德·拉阿德·侯赛因', '联合国人权事务高级专员'),
        en: fromConceptNote("Zeid Ra'ad Al Hussein", 'United Nations High Commissioner for Human Rights'),
        fr: asPublished("Zeid Ra'ad Al Hussein", 'Haut-Commissaire des Nations Unies aux droits de l’homme'),
        ru: asPublished('Зейд Раад аль-Хусейн', 'Верховный комиссар Организации Объединенных Наций по правам человека'),
        es: asPublished("Zeid Ra'ad Al Hussein", 'Alto Comisionado de las Naciones Unidas para los Derechos Humanos'),
      },
    },
  ],
};

const moderator: PlanEntry = {
  role: 'moderator',
  rank: 'igo',
  language: 'en',
  limitSeconds: 240,
  persons: [
    {
      name: 'Kate Gilmore',
      nameLanguage: 'en',
      honorific: 'Ms.',
      function: 'United Nations Deputy High Commissioner for Human Rights',
      captions: {
        ar: unverified('كيت غيلمور', 'نائبة مفوض الأمم المتحدة السامي لحقوق الإنسان'),
        zh: unverified('凯特·吉尔摩', '联合国人权事务副高级专员'),
        en: fromConceptNote('Kate Gilmore', 'United Nations Deputy High Commissioner for Human Rights'),
        fr: asPublished('Kate Gilmore', 'Haute-Commissaire adjointe des Nations Unies aux droits de l’homme'),
        ru: unverified('Кейт Гилмор', 'Заместитель Верховного комиссара Организации Объединенных Наций по правам человека'),
        es: asPublished('Kate Gilmore', 'Alta Comisionada Adjunta de las Naciones Unidas para los Derechos Humanos'),
      },
    },
  ],
};

export const podium: readonly PlanEntry[] = [
  chair,
  presidentOfTheAssembly,
  deputySecretaryGeneral,
  highCommissioner,
  moderator,
  ...guestPanellists,
];
