import { defineMessages } from '#platform';

defineMessages({
  'curriculum.legal-act-not-found': {
    en: 'There is no such act.',
    ru: 'Такого акта нет.',
    uz: 'Bunday hujjat yoʻq.',
    kk: 'Мұндай акт жоқ.',
  },
  'curriculum.editions-overlap': {
    en: 'Another edition of the act is in force on some of these days.',
    ru: 'В часть этих дней действует другая редакция акта.',
    uz: 'Bu kunlarning bir qismida hujjatning boshqa tahriri amal qiladi.',
    kk: 'Осы күндердің бір бөлігінде актінің басқа редакциясы қолданылады.',
  },
  'curriculum.edition-ends-before-start': {
    en: 'The edition ends before it begins.',
    ru: 'Редакция заканчивается раньше, чем начинается.',
    uz: 'Tahrir boshlanishidan oldin tugayapti.',
    kk: 'Редакция басталмай тұрып аяқталады.',
  },
  'curriculum.requirement-repeated': {
    en: 'The code {code} comes more than once in this edition.',
    ru: 'Код {code} встречается в редакции больше одного раза.',
    uz: '{code} kodi bu tahrirda bir necha marta uchraydi.',
    kk: '{code} коды бұл редакцияда бірнеше рет кездеседі.',
  },
  'curriculum.value-without-unit': {
    en: 'Requirement {code}: a value and its unit go together.',
    ru: 'Требование {code}: значение и единица указываются вместе.',
    uz: '{code} talabi: qiymat va birlik birga koʻrsatiladi.',
    kk: '{code} талабы: мән мен өлшем бірлігі бірге көрсетіледі.',
  },
  'curriculum.english-text-missing': {
    en: 'Requirement {code} has no English text.',
    ru: 'У требования {code} нет текста на английском языке.',
    uz: '{code} talabining ingliz tilida matni yoʻq.',
    kk: '{code} талабының ағылшын тіліндегі мәтіні жоқ.',
  },
  'curriculum.text-repeated': {
    en: 'The language {locale} comes more than once. Keep one text for each language.',
    ru: 'Язык {locale} указан больше одного раза. Оставьте по одному тексту на каждый язык.',
    uz: '{locale} tili bir necha marta berilgan. Har bir til uchun bitta matn qoldiring.',
    kk: '{locale} тілі бірнеше рет берілген. Әр тілге бір мәтін қалдырыңыз.',
  },
});
