/**
 * One State a line, by ISO 3166 alpha-2 code: code | M member or O observer State | en | fr | es | ru | zh | ar.
 *
 * Text and not objects, so that a line can be read against the source and the file stays short. Arabic stands last
 * because an editor that orders mixed directions would otherwise shuffle the columns after it.
 */
export const unShortNameLines = `
AD|M|Andorra|Andorre|Andorra|Андорра|安道尔|أندورا
AE|M|United Arab Emirates|Émirats arabes unis|Emiratos Árabes Unidos|Объединенные Арабские Эмираты|阿拉伯联合酋长国|الإمارات العربية المتحدة
AF|M|Afghanistan|Afghanistan|Afganistán|Афганистан|阿富汗|أفغانستان
AG|M|Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Антигуа и Барбуда|安提瓜和巴布达|أنتيغوا وبربودا
AL|M|Albania|Albanie|Albania|Албания|阿尔巴尼亚|ألبانيا
AM|M|Armenia|Arménie|Armenia|Армения|亚美尼亚|أرمينيا
AO|M|Angola|Angola|Angola|Ангола|安哥拉|أنغولا
AR|M|Argentina|Argentine|Argentina|Аргентина|阿根廷|الأرجنتين
AT|M|Austria|Autriche|Austria|Австрия|奥地利|النمسا
AU|M|Australia|Australie|Australia|Австралия|澳大利亚|أستراليا
AZ|M|Azerbaijan|Azerbaïdjan|Azerbaiyán|Азербайджан|阿塞拜疆|أذربيجان
BA|M|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina|Босния и Герцеговина|波斯尼亚和黑塞哥维那|البوسنة والهرسك
BB|M|Barbados|Barbade|Barbados|Барбадос|巴巴多斯|بربادوس
BD|M|Bangladesh|Bangladesh|Bangladesh|Бангладеш|孟加拉国|بنغلاديش
BE|M|Belgium|Belgique|Bélgica|Бельгия|比利时|بلجيكا
BF|M|Burkina Faso|Burkina Faso|Burkina Faso|Буркина-Фасо|布基纳法索|بوركينا فاسو
BG|M|Bulgaria|Bulgarie|Bulgaria|Болгария|保加利亚|بلغاريا
BH|M|Bahrain|Bahreïn|Bahrein|Бахрейн|巴林|البحرين
BI|M|Burundi|Burundi|Burundi|Бурунди|布隆迪|بوروندي
BJ|M|Benin|Bénin|Benin|Бенин|贝宁|بنن
BN|M|Brunei Darussalam|Brunéi Darussalam|Brunei Darussalam|Бруней-Даруссалам|文莱达鲁萨兰国|بروني دار السلام
BO|M|Bolivia (Plurinational State of)|Bolivie (État plurinational de)|Bolivia (Estado Plurinacional de)|Боливия (Многонациональное Государство)|多民族玻利维亚国|بوليفيا (دولة - المتعددة القوميات)
BR|M|Brazil|Brésil|Brasil|Бразилия|巴西|البرازيل
BS|M|Bahamas|Bahamas|Bahamas|Багамские Острова|巴哈马|جزر البهاما
BT|M|Bhutan|Bhoutan|Bhután|Бутан|不丹|بوتان
BW|M|Botswana|Botswana|Botswana|Ботсвана|博茨瓦纳|بوتسوانا
BY|M|Belarus|Bélarus|Belarús|Беларусь|白俄罗斯|بيلاروس
BZ|M|Belize|Belize|Belice|Белиз|伯利兹|بليز
CA|M|Canada|Canada|Canadá|Канада|加拿大|كندا
CD|M|Democratic Republic of the Congo|République démocratique du Congo|República Democrática del Congo|Демократическая Республика Конго|刚果民主共和国|جمهورية الكونغو الديمقراطية
CF|M|Central African Republic|République centrafricaine|República Centroafricana|Центральноафриканская Республика|中非共和国|جمهورية أفريقيا الوسطى
CG|M|Congo|Congo|Congo|Конго|刚果|الكونغو
CH|M|Switzerland|Suisse|Suiza|Швейцария|瑞士|سويسرا
CI|M|Côte d'Ivoire|Côte d’Ivoire|Côte d’Ivoire|Кот-д'Ивуар|科特迪瓦|كوت ديفوار
CL|M|Chile|Chili|Chile|Чили|智利|شيلي
CM|M|Cameroon|Cameroun|Camerún|Камерун|喀麦隆|الكاميرون
CN|M|China|Chine|China|Китай|中国|الصين
CO|M|Colombia|Colombie|Colombia|Колумбия|哥伦比亚|كولومبيا
CR|M|Costa Rica|Costa Rica|Costa Rica|Коста-Рика|哥斯达黎加|كوستاريكا
CU|M|Cuba|Cuba|Cuba|Куба|古巴|كوبا
CV|M|Cabo Verde|Cabo Verde|Cabo Verde|Кабо-Верде|佛得角|كابو فيردي
CY|M|Cyprus|Chypre|Chipre|Кипр|塞浦路斯|قبرص
CZ|M|Czechia|Tchéquie|Chequia|Чехия|捷克|تشيكيا
DE|M|Germany|Allemagne|Alemania|Германия|德国|ألمانيا
DJ|M|Djibouti|Djibouti|Djibouti|Джибути|吉布提|جيبوتي
DK|M|Denmark|Danemark|Dinamarca|Дания|丹麦|الدانمرك
DM|M|Dominica|Dominique|Dominica|Доминика|多米尼克|دومينيكا
DO|M|Dominican Republic|République dominicaine|República Dominicana|Доминиканская Республика|多米尼加|الجمهورية الدومينيكية
DZ|M|Algeria|Algérie|Argelia|Алжир|阿尔及利亚|الجزائر
EC|M|Ecuador|Équateur|Ecuador|Эквадор|厄瓜多尔|إكوادور
EE|M|Estonia|Estonie|Estonia|Эстония|爱沙尼亚|إستونيا
EG|M|Egypt|Égypte|Egipto|Египет|埃及|مصر
ER|M|Eritrea|Érythrée|Eritrea|Эритрея|厄立特里亚|إريتريا
ES|M|Spain|Espagne|España|Испания|西班牙|إسبانيا
ET|M|Ethiopia|Éthiopie|Etiopía|Эфиопия|埃塞俄比亚|إثيوبيا
FI|M|Finland|Finlande|Finlandia|Финляндия|芬兰|فنلندا
FJ|M|Fiji|Fidji|Fiji|Фиджи|斐济|فيجي
FM|M|Micronesia (Federated States of)|Micronésie (États fédérés de)|Micronesia (Estados Federados de)|Микронезия (Федеративные Штаты)|密克罗尼西亚联邦|ميكرونيزيا (ولايات - الموحدة)
FR|M|France|France|Francia|Франция|法国|فرنسا
GA|M|Gabon|Gabon|Gabón|Габон|加蓬|غابون
GB|M|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni de Grande-Bretagne et d’Irlande du Nord|Reino Unido de Gran Bretaña e Irlanda del Norte|Соединенное Королевство Великобритании и Северной Ирландии|大不列颠及北爱尔兰联合王国|المملكة المتحدة لبريطانيا العظمى وآيرلندا الشمالية
GD|M|Grenada|Grenade|Granada|Гренада|格林纳达|غرينادا
GE|M|Georgia|Géorgie|Georgia|Грузия|格鲁吉亚|جورجيا
GH|M|Ghana|Ghana|Ghana|Гана|加纳|غانا
GM|M|Gambia|Gambie|Gambia|Гамбия|冈比亚|غامبيا
GN|M|Guinea|Guinée|Guinea|Гвинея|几内亚|غينيا
GQ|M|Equatorial Guinea|Guinée équatoriale|Guinea Ecuatorial|Экваториальная Гвинея|赤道几内亚|غينيا الاستوائية
GR|M|Greece|Grèce|Grecia|Греция|希腊|اليونان
GT|M|Guatemala|Guatemala|Guatemala|Гватемала|危地马拉|غواتيمالا
GW|M|Guinea-Bissau|Guinée-Bissau|Guinea-Bissau|Гвинея-Бисау|几内亚比绍|غينيا - بيساو
GY|M|Guyana|Guyana|Guyana|Гайана|圭亚那|غيانا
HN|M|Honduras|Honduras|Honduras|Гондурас|洪都拉斯|هندوراس
HR|M|Croatia|Croatie|Croacia|Хорватия|克罗地亚|كرواتيا
HT|M|Haiti|Haïti|Haití|Гаити|海地|هايتي
HU|M|Hungary|Hongrie|Hungría|Венгрия|匈牙利|هنغاريا
ID|M|Indonesia|Indonésie|Indonesia|Индонезия|印度尼西亚|إندونيسيا
IE|M|Ireland|Irlande|Irlanda|Ирландия|爱尔兰|آيرلندا
IL|M|Israel|Israël|Israel|Израиль|以色列|إسرائيل
IN|M|India|Inde|India|Индия|印度|الهند
IQ|M|Iraq|Iraq|Iraq|Ирак|伊拉克|العراق
IR|M|Iran (Islamic Republic of)|Iran (République islamique d’)|Irán (República Islámica del)|Иран (Исламская Республика)|伊朗伊斯兰共和国|إيران (جمهورية - الإسلامية)
IS|M|Iceland|Islande|Islandia|Исландия|冰岛|آيسلندا
IT|M|Italy|Italie|Italia|Италия|意大利|إيطاليا
JM|M|Jamaica|Jamaïque|Jamaica|Ямайка|牙买加|جامايكا
JO|M|Jordan|Jordanie|Jordania|Иордания|约旦|الأردن
JP|M|Japan|Japon|Japón|Япония|日本|اليابان
KE|M|Kenya|Kenya|Kenya|Кения|肯尼亚|كينيا
KG|M|Kyrgyzstan|Kirghizistan|Kirguistán|Кыргызстан|吉尔吉斯斯坦|قيرغيزستان
KH|M|Cambodia|Cambodge|Camboya|Камбоджа|柬埔寨|كمبوديا
KI|M|Kiribati|Kiribati|Kiribati|Кирибати|基里巴斯|كيريباس
KM|M|Comoros|Comores|Comoras|Коморские Острова|科摩罗|جزر القمر
KN|M|Saint Kitts and Nevis|Saint-Kitts-et-Nevis|Saint Kitts y Nevis|Сент-Китс и Невис|圣基茨和尼维斯|سانت كيتس ونيفس
KP|M|Democratic People's Republic of Korea|République populaire démocratique de Corée|República Popular Democrática de Corea|Корейская Народно-Демократическая Республика|朝鲜民主主义人民共和国|جمهورية كوريا الشعبية الديمقراطية
KR|M|Republic of Korea|République de Corée|República de Corea|Республика Корея|大韩民国|جمهورية كوريا
KW|M|Kuwait|Koweït|Kuwait|Кувейт|科威特|الكويت
KZ|M|Kazakhstan|Kazakhstan|Kazajstán|Казахстан|哈萨克斯坦|كازاخستان
LA|M|Lao People's Democratic Republic|République démocratique populaire lao|República Democrática Popular Lao|Лаосская Народно-Демократическая Республика|老挝人民民主共和国|جمهورية لاو الديمقراطية الشعبية
LB|M|Lebanon|Liban|Líbano|Ливан|黎巴嫩|لبنان
LC|M|Saint Lucia|Sainte-Lucie|Santa Lucía|Сент-Люсия|圣卢西亚|سانت لوسيا
LI|M|Liechtenstein|Liechtenstein|Liechtenstein|Лихтенштейн|列支敦士登|ليختنشتاين
LK|M|Sri Lanka|Sri Lanka|Sri Lanka|Шри-Ланка|斯里兰卡|سري لانكا
LR|M|Liberia|Libéria|Liberia|Либерия|利比里亚|ليبريا
LS|M|Lesotho|Lesotho|Lesotho|Лесото|莱索托|ليسوتو
LT|M|Lithuania|Lituanie|Lituania|Литва|立陶宛|ليتوانيا
LU|M|Luxembourg|Luxembourg|Luxemburgo|Люксембург|卢森堡|لكسمبرغ
LV|M|Latvia|Lettonie|Letonia|Латвия|拉脱维亚|لاتفيا
LY|M|Libya|Libye|Libia|Ливия|利比亚|ليبيا
MA|M|Morocco|Maroc|Marruecos|Марокко|摩洛哥|المغرب
MC|M|Monaco|Monaco|Mónaco|Монако|摩纳哥|موناكو
MD|M|Republic of Moldova|République de Moldova|República de Moldova|Республика Молдова|摩尔多瓦共和国|جمهورية مولدوفا
ME|M|Montenegro|Monténégro|Montenegro|Черногория|黑山|الجبل الأسود
MG|M|Madagascar|Madagascar|Madagascar|Мадагаскар|马达加斯加|مدغشقر
MH|M|Marshall Islands|Îles Marshall|Islas Marshall|Маршалловы Острова|马绍尔群岛|جزر مارشال
MK|M|North Macedonia|Macédoine du Nord|Macedonia del Norte|Северная Македония|北马其顿|مقدونيا الشمالية
ML|M|Mali|Mali|Malí|Мали|马里|مالي
MM|M|Myanmar|Myanmar|Myanmar|Мьянма|缅甸|ميانمار
MN|M|Mongolia|Mongolie|Mongolia|Монголия|蒙古|منغوليا
MR|M|Mauritania|Mauritanie|Mauritania|Мавритания|毛里塔尼亚|موريتانيا
MT|M|Malta|Malte|Malta|Мальта|马耳他|مالطة
MU|M|Mauritius|Maurice|Mauricio|Маврикий|毛里求斯|موريشيوس
MV|M|Maldives|Maldives|Maldivas|Мальдивские Острова|马尔代夫|ملديف
MW|M|Malawi|Malawi|Malawi|Малави|马拉维|ملاوي
MX|M|Mexico|Mexique|México|Мексика|墨西哥|المكسيك
MY|M|Malaysia|Malaisie|Malasia|Малайзия|马来西亚|ماليزيا
MZ|M|Mozambique|Mozambique|Mozambique|Мозамбик|莫桑比克|موزامبيق
NA|M|Namibia|Namibie|Namibia|Намибия|纳米比亚|ناميبيا
NE|M|Niger|Niger|Níger|Нигер|尼日尔|النيجر
NG|M|Nigeria|Nigéria|Nigeria|Нигерия|尼日利亚|نيجيريا
NI|M|Nicaragua|Nicaragua|Nicaragua|Никарагуа|尼加拉瓜|نيكاراغوا
NL|M|Netherlands|Pays-Bas|Países Bajos|Нидерланды|荷兰|هولندا
NO|M|Norway|Norvège|Noruega|Норвегия|挪威|النرويج
NP|M|Nepal|Népal|Nepal|Непал|尼泊尔|نيبال
NR|M|Nauru|Nauru|Nauru|Науру|瑙鲁|ناورو
NZ|M|New Zealand|Nouvelle-Zélande|Nueva Zelandia|Новая Зеландия|新西兰|نيوزيلندا
OM|M|Oman|Oman|Omán|Оман|阿曼|عمان
PA|M|Panama|Panama|Panamá|Панама|巴拿马|بنما
PE|M|Peru|Pérou|Perú|Перу|秘鲁|بيرو
PG|M|Papua New Guinea|Papouasie-Nouvelle-Guinée|Papua Nueva Guinea|Папуа-Новая Гвинея|巴布亚新几内亚|بابوا غينيا الجديدة
PH|M|Philippines|Philippines|Filipinas|Филиппины|菲律宾|الفلبين
PK|M|Pakistan|Pakistan|Pakistán|Пакистан|巴基斯坦|باكستان
PL|M|Poland|Pologne|Polonia|Польша|波兰|بولندا
PS|O|State of Palestine|État de Palestine|Estado de Palestina|Государство Палестина|巴勒斯坦国|دولة فلسطين
PT|M|Portugal|Portugal|Portugal|Португалия|葡萄牙|البرتغال
PW|M|Palau|Palaos|Palau|Палау|帕劳|بالاو
PY|M|Paraguay|Paraguay|Paraguay|Парагвай|巴拉圭|باراغواي
QA|M|Qatar|Qatar|Qatar|Катар|卡塔尔|قطر
RO|M|Romania|Roumanie|Rumania|Румыния|罗马尼亚|رومانيا
RS|M|Serbia|Serbie|Serbia|Сербия|塞尔维亚|صربيا
RU|M|Russian Federation|Fédération de Russie|Federación de Rusia|Российская Федерация|俄罗斯联邦|الاتحاد الروسي
RW|M|Rwanda|Rwanda|Rwanda|Руанда|卢旺达|رواندا
SA|M|Saudi Arabia|Arabie saoudite|Arabia Saudita|Саудовская Аравия|沙特阿拉伯|المملكة العربية السعودية
SB|M|Solomon Islands|Îles Salomon|Islas Salomón|Соломоновы Острова|所罗门群岛|جزر سليمان
SC|M|Seychelles|Seychelles|Seychelles|Сейшельские Острова|塞舌尔|سيشيل
SD|M|Sudan|Soudan|Sudán|Судан|苏丹|السودان
SE|M|Sweden|Suède|Suecia|Швеция|瑞典|السويد
SG|M|Singapore|Singapour|Singapur|Сингапур|新加坡|سنغافورة
SI|M|Slovenia|Slovénie|Eslovenia|Словения|斯洛文尼亚|سلوفينيا
SK|M|Slovakia|Slovaquie|Eslovaquia|Словакия|斯洛伐克|سلوفاكيا
SL|M|Sierra Leone|Sierra Leone|Sierra Leona|Сьерра-Леоне|塞拉利昂|سيراليون
SM|M|San Marino|Saint-Marin|San Marino|Сан-Марино|圣马力诺|سان مارينو
SN|M|Senegal|Sénégal|Senegal|Сенегал|塞内加尔|السنغال
SO|M|Somalia|Somalie|Somalia|Сомали|索马里|الصومال
SR|M|Suriname|Suriname|Suriname|Суринам|苏里南|سورينام
SS|M|South Sudan|Soudan du Sud|Sudán del Sur|Южный Судан|南苏丹|جنوب السودان
ST|M|Sao Tome and Principe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|Сан-Томе и Принсипи|圣多美和普林西比|سان تومي وبرينسيبي
SV|M|El Salvador|El Salvador|El Salvador|Сальвадор|萨尔瓦多|السلفادور
SY|M|Syrian Arab Republic|République arabe syrienne|República Árabe Siria|Сирийская Арабская Республика|阿拉伯叙利亚共和国|الجمهورية العربية السورية
SZ|M|Eswatini|Eswatini|Eswatini|Эсватини|斯威士兰|إسواتيني
TD|M|Chad|Tchad|Chad|Чад|乍得|تشاد
TG|M|Togo|Togo|Togo|Того|多哥|توغو
TH|M|Thailand|Thaïlande|Tailandia|Таиланд|泰国|تايلند
TJ|M|Tajikistan|Tadjikistan|Tayikistán|Таджикистан|塔吉克斯坦|طاجيكستان
TL|M|Timor-Leste|Timor-Leste|Timor-Leste|Тимор-Лешти|东帝汶|تيمور - ليشتي
TM|M|Turkmenistan|Turkménistan|Turkmenistán|Туркменистан|土库曼斯坦|تركمانستان
TN|M|Tunisia|Tunisie|Túnez|Тунис|突尼斯|تونس
TO|M|Tonga|Tonga|Tonga|Тонга|汤加|تونغا
TR|M|Türkiye|Türkiye|Türkiye|Турция|土耳其|تركيا
TT|M|Trinidad and Tobago|Trinité-et-Tobago|Trinidad y Tabago|Тринидад и Тобаго|特立尼达和多巴哥|ترينيداد وتوباغو
TV|M|Tuvalu|Tuvalu|Tuvalu|Тувалу|图瓦卢|توفالو
TZ|M|United Republic of Tanzania|République-Unie de Tanzanie|República Unida de Tanzanía|Объединенная Республика Танзания|坦桑尼亚联合共和国|جمهورية تنزانيا المتحدة
UA|M|Ukraine|Ukraine|Ucrania|Украина|乌克兰|أوكرانيا
UG|M|Uganda|Ouganda|Uganda|Уганда|乌干达|أوغندا
US|M|United States of America|États-Unis d’Amérique|Estados Unidos de América|Соединенные Штаты Америки|美利坚合众国|الولايات المتحدة الأمريكية
UY|M|Uruguay|Uruguay|Uruguay|Уругвай|乌拉圭|أوروغواي
UZ|M|Uzbekistan|Ouzbékistan|Uzbekistán|Узбекистан|乌兹别克斯坦|أوزبكستان
VA|O|Holy See|Saint-Siège|Santa Sede|Святой Престол|教廷|الكرسي الرسولي
VC|M|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|Сент-Винсент и Гренадины|圣文森特和格林纳丁斯|سانت فنسنت وجزر غرينادين
VE|M|Venezuela (Bolivarian Republic of)|Venezuela (République bolivarienne du)|Venezuela (República Bolivariana de)|Венесуэла (Боливарианская Республика)|委内瑞拉玻利瓦尔共和国|فنزويلا (جمهورية - البوليفارية)
VN|M|Viet Nam|Viet Nam|Viet Nam|Вьетнам|越南|فييت نام
VU|M|Vanuatu|Vanuatu|Vanuatu|Вануату|瓦努阿图|فانواتو
WS|M|Samoa|Samoa|Samoa|Самоа|萨摩亚|ساموا
YE|M|Yemen|Yémen|Yemen|Йемен|也门|اليمن
ZA|M|South Africa|Afrique du Sud|Sudáfrica|Южная Африка|南非|جنوب أفريقيا
ZM|M|Zambia|Zambie|Zambia|Замбия|赞比亚|زامبيا
ZW|M|Zimbabwe|Zimbabwe|Zimbabwe|Зимбабве|津巴布韦|زمبابوي
`;
