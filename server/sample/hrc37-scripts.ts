/**
 * Made-up texts for thirteen of the thirty-nine statements, each in the language of its speaker: nobody said these words.
 * Two minutes hold about 250 to 300 words of English; India's text is too long for them on purpose.
 */
import type { PlanScript } from '../../shared/domain/plan.ts';

const presidentOfTheAssembly: PlanScript = {
  status: 'received',
  language: 'en',
  handling: 'checkAgainstDelivery',
  sample: true,
  paragraphs: [
    'Mr. President, High Commissioner, Excellencies, ladies and gentlemen. It is an honour to open this panel with you. I come from New York with one message: the General Assembly and this Council work on the same task, from two sides of the same ocean.',
    'Let me begin with a number. In less than twelve years, all 193 Member States have been reviewed twice. No other mechanism of the United Nations can say that. The universal periodic review, the UPR, was created by General Assembly resolution 60/251, in one short paragraph, 5 (e). Few paragraphs have travelled so far.',
    'My second point is about people. A recommendation is not an end in itself. It is a promise to a child who should be in school, to a woman who should be paid as her colleague is paid, to a prisoner who should see a lawyer within 48 hours. More than 60,000 recommendations have been made. We should ask what became of them.',
    'Third, let us connect what belongs together. The 2030 Agenda has 17 goals and 169 targets; more than nine in ten of those targets rest on a human rights obligation that States have already accepted. The reports under the UPR and the voluntary national reviews in the high-level political forum, the HLPF, should not be written in two different corridors.',
    'Finally, prevention. The Assembly will meet on 24 and 25 April to discuss how to build and sustain peace. I shall bring the lessons of this panel to that meeting. I thank you.',
  ],
};

const deputySecretaryGeneral: PlanScript = {
  status: 'received',
  language: 'en',
  sample: true,
  paragraphs: [
    'Excellencies, dear colleagues. I regret that I cannot be with you in Geneva today, and I thank the President of the Council for the invitation to join you by video.',
    'Human rights are not a chapter of sustainable development. They are its method. When a Resident Coordinator and a United Nations country team, the UNCT, prepare the Development Assistance Framework, the UNDAF, the recommendations of the UPR should lie on the table from the first day.',
    'Today 129 country teams serve 165 countries and territories. In the reform that the Secretary-General has put before Member States, each team will have one leader, one plan and one budget. That is an opportunity. It will be lost if human rights remain the work of one adviser in one office.',
    'Let me be concrete. I ask every country team to do three things before the end of the year: to list the recommendations that its Government has accepted; to say which of the 17 goals each of them serves; and to report once a year on what has been done. I wish you a fruitful discussion.',
  ],
};

const highCommissioner: PlanScript = {
  status: 'received',
  language: 'en',
  handling: 'checkAgainstDelivery',
  sample: true,
  paragraphs: [
    'Mr. President, distinguished panellists, Excellencies. Ten years ago, in April 2008, the first State took its seat for its first review. Many predicted a theatre of courtesy. It has become something more useful: a mirror that every State has agreed to look into.',
    'The third cycle began in May 2017. I have written to each Foreign Minister after the adoption of the outcome, with a letter of two pages that names the areas in which follow-up matters most. By this week, 28 letters have been sent. They are public.',
    'A review every four and a half years is worth little if nothing is recorded between. My Office, OHCHR, has helped 38 States to set up a national mechanism for reporting and follow-up, an NMRF, and we have shared the practical guide in document HR/PUB/16/1.',
    'The money is modest. The Voluntary Fund for Financial and Technical Assistance, created by resolution 6/17, received less than 1.5 million dollars last year. One fighter aircraft would pay for the Fund for half a century.',
    'I have one request. When you take the floor this afternoon, please name one recommendation that your Government accepted, and what happened to it. Not ten. One. Thank you.',
  ],
};

const ministerOfEcuador: PlanScript = {
  status: 'received',
  language: 'es',
  handling: 'checkAgainstDelivery',
  sample: true,
  paragraphs: [
    'Señor Presidente, señor Alto Comisionado, distinguidos panelistas, señoras y señores delegados: agradezco la invitación a este panel. El Ecuador fue uno de los cuatro primeros Estados en presentarse al examen periódico universal, el EPU, en abril de 2008, y regresó a esta sala en mayo de 2017, en la apertura del tercer ciclo.',
    'En ese último examen recibimos 182 recomendaciones de 102 delegaciones y aceptamos 159. El informe del Grupo de Trabajo figura en el documento A/HRC/36/4. Detrás de cada cifra hay un ministerio responsable, un plazo y un presupuesto.',
    'Para dar seguimiento creamos el sistema SIDERECHOS, una plataforma en línea que reúne las recomendaciones de los órganos de tratados, de los procedimientos especiales y del EPU. Hoy la consultan 33 instituciones del Estado, y también la sociedad civil.',
    'La movilidad humana nos ha enseñado que los derechos no terminan en la frontera. Más de 60.000 personas refugiadas viven en el Ecuador, la mayor cifra de la región. Nuestra Constitución, en su artículo 40, reconoce el derecho a migrar. Ninguna persona es ilegal.',
    'Permítanme terminar con una propuesta: que los equipos de las Naciones Unidas en los países informen cada año al Consejo, en una página y no más, sobre el apoyo que prestan al cumplimiento de las recomendaciones aceptadas. Muchas gracias.',
  ],
};

const formerHighCommissioner: PlanScript = {
  status: 'received',
  language: 'en',
  sample: true,
  paragraphs: [
    'Thank you, Madam Moderator. When I came to Geneva in 1997, mainstreaming was a word that one had to explain in every meeting. The Secretary-General had just asked that human rights run through all the work of the United Nations. Twenty years on, we no longer explain the word. We still have to explain the budget.',
    'This is the year in which the Universal Declaration turns seventy, and the Vienna Declaration and Programme of Action twenty-five. Both say the same simple thing: rights are indivisible. A right to water without a right to complain is only a pipe.',
    'I would like to speak about climate justice. In the second cycle of the UPR, fewer than one recommendation in a hundred mentioned climate change. For a State whose highest point is 2.4 metres above the sea, that is not a detail. It is the whole review.',
    'So my advice to the third cycle is this. Make fewer recommendations, and make them so that a parliament can vote on them and a journalist can count them. And invite to this room, by name, those who live with the result.',
  ],
};

export const podiumScripts = {
  presidentOfTheAssembly,
  deputySecretaryGeneral,
  highCommissioner,
  ministerOfEcuador,
  formerHighCommissioner,
} as const;

const europeanUnion: PlanScript = {
  status: 'received',
  language: 'en',
  handling: 'readOutVerbatim',
  sample: true,
  paragraphs: [
    'Mr. President, I have the honour to speak on behalf of the European Union and its 28 member States.',
    'The European Union thanks the panellists. We see the universal periodic review as a central instrument of this Council, because it applies to all, in the same manner and at the same intervals. Its strength lies in three words of resolution 16/21: universal, cooperative, regular.',
    'We welcome the link between the UPR and the 2030 Agenda. In 2017 the European Union and its member States made more than 1,900 recommendations; two thirds of them can be matched to one of the 169 targets of the Sustainable Development Goals, the SDGs.',
    'We ask the panel: what can United Nations country teams do in the first twelve months after a review, when attention is still high? And how can civil society report on progress without fear of reprisals? I thank you.',
  ],
};

const egypt: PlanScript = {
  status: 'received',
  language: 'ar',
  sample: true,
  paragraphs: [
    'السيد الرئيس، يشرفني أن ألقي هذا البيان باسم مجموعة الدول العربية.',
    'تؤكد المجموعة أن الاستعراض الدوري الشامل آلية قائمة على التعاون وعلى المساواة بين جميع الدول، وقد شاركت فيه الدول الأعضاء في المجموعة، وعددها 22 دولة، مشاركة كاملة في الدورتين الأولى والثانية.',
    'وترى المجموعة أن إدماج حقوق الإنسان في خطة التنمية المستدامة لعام 2030 يقتضي دعم القدرات الوطنية. ونشير في هذا الصدد إلى التقرير الوارد في الوثيقة A/HRC/34/24، وندعو إلى زيادة موارد صندوق التبرعات للمساعدة المالية والتقنية.',
    'وختاماً، نسأل أعضاء حلقة النقاش: كيف يمكن لمنظومة الأمم المتحدة أن تساعد الدول، بناءً على طلبها، في تنفيذ التوصيات التي قبلتها؟ وشكراً السيد الرئيس.',
  ],
};

const india: PlanScript = {
  status: 'received',
  language: 'en',
  handling: 'checkAgainstDelivery',
  sample: true,
  paragraphs: [
    'Thank you, Mr. President. India thanks the President of the General Assembly, the Deputy Secretary-General and the High Commissioner for their remarks, and the distinguished panellists for sharing their experience with us this afternoon. We also thank the secretariat for the concept note, which sets out the questions before us in a balanced manner.',
    'Mr. President, India was among the very first countries to be reviewed, in April 2008. It returned in May 2012 and again in May 2017, in the twenty-seventh session of the Working Group, at the opening of the third cycle. In that last review, 112 delegations took the floor and made 250 recommendations, of which 152 enjoyed our support. These numbers tell us that the mechanism is trusted. They also tell us that a national administration must be able to receive, to sort, to distribute and to follow up a very large number of proposals, in a federal country with 29 States, 7 Union territories, 22 scheduled languages and more than 1.3 billion people.',
    'We believe that four principles have made the universal periodic review what it is. First, universality: every State is reviewed, large or small, and none is exempt. Second, equality of treatment: the same three hours and thirty minutes, the same three documents, the same rules for all. Third, ownership: it is the State under review that decides which recommendations it can support, and how it will implement them in the light of its Constitution and its laws. Fourth, a constructive spirit: the review is a dialogue among peers, and not a tribunal. Any reform that would weaken one of these principles would weaken the mechanism as a whole.',
    'As regards mainstreaming, Mr. President, my delegation would like to sound a note of caution. The 2030 Agenda was adopted by consensus, in General Assembly resolution 70/1, with 17 goals and 169 targets and with its own arrangements for follow-up and review in the high-level political forum. The UPR has its own mandate, set out in resolutions 60/251, 5/1 and 16/21. The two can inform each other, and they should. They should not be merged, and the voluntary character of national reporting on the goals must be respected.',
    'Finally, technical assistance should be given at the request of the State concerned, and the Voluntary Fund should be open to small delegations without long procedures. We would be grateful if the panellists could share examples of South-South cooperation, in which one developing country has helped another to implement what it had accepted, at modest cost and with visible results for the people on the ground. I thank you, Mr. President.',
  ],
};

const cuba: PlanScript = {
  status: 'received',
  language: 'es',
  sample: true,
  paragraphs: [
    'Gracias, señor Presidente. Mi delegación agradece las presentaciones de los panelistas.',
    'El examen periódico universal ha demostrado en dos ciclos completos, con la participación de los 193 Estados Miembros, que la cooperación y el diálogo respetuoso dan mejores resultados que la confrontación. Sus principios están en el anexo de la resolución 5/1 y deben preservarse.',
    'El derecho al desarrollo y los Objetivos de Desarrollo Sostenible, los ODS, requieren medios de implementación. Sin recursos ni transferencia de tecnología, las recomendaciones aceptadas se quedan en el papel.',
    'Quisiéramos preguntar al panel cómo puede el Fondo de contribuciones voluntarias responder con mayor rapidez a las solicitudes de los pequeños Estados insulares en desarrollo. Muchas gracias.',
  ],
};

const china: PlanScript = {
  status: 'received',
  language: 'zh',
  handling: 'checkAgainstDelivery',
  sample: true,
  paragraphs: [
    '主席先生，中国代表团感谢各位嘉宾的发言。',
    '普遍定期审议机制自2008年启动以来，193个会员国全部参加了前两轮审议。这一机制的价值在于平等对话、相互尊重。我们主张第三轮审议继续遵循人权理事会第5/1号和第16/21号决议确立的原则。',
    '《2030年可持续发展议程》提出了17项目标和169项具体目标。消除贫困是促进人权的重要基础。过去五年，中国有6800多万农村人口脱贫，贫困发生率从10.2%下降到3.1%。',
    '我们希望联合国系统应有关国家请求，提供更多技术援助，并愿与各方分享经验。请问各位嘉宾，联合国国家工作队如何更好地支持发展中国家落实其接受的建议？谢谢主席先生。',
  ],
};

const france: PlanScript = {
  status: 'received',
  language: 'fr',
  handling: 'checkAgainstDelivery',
  sample: true,
  paragraphs: [
    'Monsieur le Président, la France s’associe à la déclaration prononcée au nom de l’Union européenne et souhaite ajouter quelques mots à titre national.',
    'L’Examen périodique universel, l’EPU, est devenu en dix ans un rendez-vous que nul ne manque. Mon pays s’est présenté pour la troisième fois le 15 janvier dernier : 297 recommandations lui ont été adressées par 115 délégations. Nous y répondrons d’ici à la 38e session du Conseil.',
    'Ce suivi n’a de sens que s’il associe le Parlement, la Commission nationale consultative des droits de l’homme, la CNCDH, et les organisations de terrain. Nous encourageons chaque État à présenter un rapport à mi-parcours, comme nous l’avons fait nous-mêmes.',
    'Comment les équipes de pays des Nations Unies peuvent-elles mieux protéger les défenseurs des droits de l’homme qui contribuent à l’EPU ? Je vous remercie.',
  ],
};

const russianFederation: PlanScript = {
  status: 'received',
  language: 'ru',
  sample: true,
  paragraphs: [
    'Благодарю Вас, господин Председатель. Мы признательны участникам дискуссии за их выступления.',
    'Универсальный периодический обзор, УПО, — один из немногих механизмов, в котором все 193 государства находятся в равном положении. За два цикла он подтвердил свою ценность именно потому, что опирается на равноправный диалог и на согласие самого государства, как это предусмотрено резолюцией 5/1.',
    'Что касается связи между УПО и целями в области устойчивого развития, ЦУР, то она не должна вести к появлению новых обязательств по отчетности. В прошлом году объем докладов, направленных в Управление Верховного комиссара, УВКПЧ, вырос почти на 15 процентов, а сроки их перевода, к сожалению, увеличились.',
    'Просим участников дискуссии рассказать, как система Организации Объединенных Наций учитывает мнение самих государств при планировании технической помощи. Благодарю за внимание.',
  ],
};

const qatar: PlanScript = {
  status: 'received',
  language: 'ar',
  sample: true,
  paragraphs: [
    'شكراً السيد الرئيس. يشكر وفد بلادي أعضاء حلقة النقاش على عروضهم القيّمة، ويضم صوته إلى البيان الذي ألقي باسم مجموعة الدول العربية.',
    'لقد أنشأت بلادي لجنة وطنية لمتابعة توصيات الاستعراض الدوري الشامل تضم ممثلين عن 14 جهة حكومية، وتتعاون مع المؤسسة الوطنية لحقوق الإنسان ومع المجتمع المدني. وقد نُفّذ حتى الآن أكثر من 80 في المائة من التوصيات المقبولة.',
    'ونود أن نسأل عن أفضل السبل لربط هذه التوصيات بأهداف التنمية المستدامة السبعة عشر في الخطط الوطنية وفي الميزانيات السنوية. وشكراً.',
  ],
};

export const floorScripts = {
  europeanUnion,
  egypt,
  india,
  cuba,
  china,
  france,
  russianFederation,
  qatar,
} as const;
