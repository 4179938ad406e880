/** Who speaks on the floor and is no State. Their forms are verified only in the languages they publish in themselves. */
import type { PlanCaption } from '../../shared/domain/plan.ts';
import type { Language } from '../../shared/reference/languages.ts';

export interface FloorOrganization {
  readonly name: string;
  readonly onBehalfOf?: string;
  readonly captions: Partial<Record<Language, PlanCaption>>;
}

const inAssemblyResolution = 'General Assembly resolution 65/276 in this language';
const ownName = 'The institution writes its name so itself';

/** Captions say "on behalf of": they stand under the name of the State that speaks. */
export const groupOfArabStates: FloorOrganization = {
  name: 'Group of Arab States',
  captions: {
    ar: { name: 'باسم مجموعة الدول العربية' },
    zh: { name: '代表阿拉伯国家集团' },
    en: { name: 'on behalf of the Group of Arab States' },
    fr: { name: 'au nom du Groupe des États arabes' },
    ru: { name: 'от имени Группы арабских государств' },
    es: { name: 'en nombre del Grupo de los Estados Árabes' },
  },
};

const europeanUnion: FloorOrganization = {
  name: 'European Union',
  captions: {
    ar: { name: 'الاتحاد الأوروبي', verifiedBy: inAssemblyResolution },
    zh: { name: '欧洲联盟', verifiedBy: inAssemblyResolution },
    en: { name: 'European Union', verifiedBy: inAssemblyResolution },
    fr: { name: 'Union européenne', verifiedBy: inAssemblyResolution },
    ru: { name: 'Европейский союз', verifiedBy: inAssemblyResolution },
    es: { name: 'Unión Europea', verifiedBy: inAssemblyResolution },
  },
};

const moroccanCouncil: FloorOrganization = {
  name: 'National Human Rights Council of Morocco',
  captions: {
    ar: { name: 'المجلس الوطني لحقوق الإنسان بالمغرب', verifiedBy: ownName },
    zh: { name: '摩洛哥国家人权理事会' },
    en: { name: 'National Human Rights Council of Morocco', verifiedBy: ownName },
    fr: { name: 'Conseil national des droits de l’homme du Maroc', verifiedBy: ownName },
    ru: { name: 'Национальный совет по правам человека Марокко' },
    es: { name: 'Consejo Nacional de Derechos Humanos de Marruecos' },
  },
};

const philippineCommission: FloorOrganization = {
  name: 'Commission on Human Rights of the Philippines',
  captions: {
    ar: { name: 'لجنة حقوق الإنسان في الفلبين' },
    zh: { name: '菲律宾人权委员会' },
    en: { name: 'Commission on Human Rights of the Philippines', verifiedBy: ownName },
    fr: { name: 'Commission des droits de l’homme des Philippines' },
    es: { name: 'Comisión de Derechos Humanos de Filipinas' },
  },
};

/** A kind of speaker and not the name of one: nobody can vouch for a form, so each waits for a person to confirm it. */
const coalition: FloorOrganization = {
  name: 'Coalition of non-governmental organizations',
  captions: {
    ar: { name: 'ائتلاف منظمات غير حكومية' },
    zh: { name: '非政府组织联盟' },
    en: { name: 'Coalition of non-governmental organizations' },
    fr: { name: 'Coalition d’organisations non gouvernementales' },
    ru: { name: 'Коалиция неправительственных организаций' },
    es: { name: 'Coalición de organizaciones no gubernamentales' },
  },
};

const internationalService: FloorOrganization = {
  name: 'International Service for Human Rights',
  captions: {
    ar: { name: 'الخدمة الدولية لحقوق الإنسان' },
    en: { name: 'International Service for Human Rights', verifiedBy: ownName },
    fr: { name: 'Service international pour les droits de l’homme', verifiedBy: ownName },
    es: { name: 'Servicio Internacional para los Derechos Humanos', verifiedBy: ownName },
  },
};

const chinaSociety: FloorOrganization = {
  name: 'China Society for Human Rights Studies',
  captions: {
    zh: { name: '中国人权研究会', verifiedBy: ownName },
    en: { name: 'China Society for Human Rights Studies', verifiedBy: ownName },
    fr: { name: 'Société chinoise d’étude des droits de l’homme' },
    ru: { name: 'Китайское общество по изучению прав человека' },
    es: { name: 'Sociedad China para el Estudio de los Derechos Humanos' },
  },
};

const uprInfo: FloorOrganization = {
  name: 'UPR Info',
  onBehalfOf: 'Coalition of non-governmental organizations',
  captions: {
    en: { name: 'UPR Info', function: 'on behalf of a coalition of non-governmental organizations', verifiedBy: ownName },
    fr: { name: 'UPR Info', function: 'au nom d’une coalition d’organisations non gouvernementales', verifiedBy: ownName },
    ru: { name: 'UPR Info', function: 'от имени коалиции неправительственных организаций' },
    es: { name: 'UPR Info', function: 'en nombre de una coalición de organizaciones no gubernamentales', verifiedBy: ownName },
  },
};

export const floorOrganizations = {
  europeanUnion,
  moroccanCouncil,
  philippineCommission,
  coalition,
  internationalService,
  chinaSociety,
  uprInfo,
} as const;
