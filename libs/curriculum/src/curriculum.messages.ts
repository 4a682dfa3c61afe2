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
  'curriculum.module-not-found': {
    en: 'There is no such module.',
    ru: 'Такого модуля нет.',
    uz: 'Bunday modul yoʻq.',
    kk: 'Мұндай модуль жоқ.',
  },
  'curriculum.hours-out-of-bounds': {
    en: 'The hours of a module add up to 0.5 to 2,000.',
    ru: 'Часы модуля в сумме составляют от 0,5 до 2000.',
    uz: 'Modul soatlari jami 0,5 dan 2000 gacha boʻladi.',
    kk: 'Модуль сағаттарының жиыны 0,5-тен 2000-ға дейін болады.',
  },
  'curriculum.delivering-course-not-found': {
    en: 'The course that should deliver the module is not in the catalog.',
    ru: 'Курса, который проводит этот модуль, нет в каталоге.',
    uz: 'Modulni oʻtadigan kurs katalogda yoʻq.',
    kk: 'Модульді өткізетін курс каталогта жоқ.',
  },
  'curriculum.not-found': {
    en: 'There is no such curriculum.',
    ru: 'Такой программы нет.',
    uz: 'Bunday dastur yoʻq.',
    kk: 'Мұндай бағдарлама жоқ.',
  },
  'curriculum.changed-meanwhile': {
    en: 'Somebody changed the curriculum after you opened it. Open it again and repeat your change.',
    ru: 'Пока вы работали, программу изменил кто-то другой. Откройте её заново и повторите правку.',
    uz: 'Siz ishlayotganda dasturni boshqa kishi oʻzgartirdi. Uni qayta ochib, oʻzgartirishni takrorlang.',
    kk: 'Сіз жұмыс істеп жатқанда бағдарламаны басқа адам өзгертті. Оны қайта ашып, өзгерісіңізді қайталаңыз.',
  },
  'curriculum.module-repeated': {
    en: 'A module stands in the curriculum more than once.',
    ru: 'Модуль стоит в программе больше одного раза.',
    uz: 'Modul dasturda bir necha marta turibdi.',
    kk: 'Модуль бағдарламада бірнеше рет тұр.',
  },
  'curriculum.required-module-missing': {
    en: 'A module is to be taken after one that is not in the curriculum.',
    ru: 'Модуль нужно проходить после того, которого нет в программе.',
    uz: 'Modul dasturda boʻlmagan moduldan keyin oʻtilishi kerak.',
    kk: 'Модуль бағдарламада жоқ модульден кейін өтілуі тиіс.',
  },
  'curriculum.module-circle': {
    en: 'Modules wait for each other in a circle, so nobody could begin.',
    ru: 'Модули ждут друг друга по кругу: начать невозможно.',
    uz: 'Modullar aylana boʻylab bir-birini kutadi: hech kim boshlay olmaydi.',
    kk: 'Модульдер бір-бірін айналып күтеді: ешкім бастай алмайды.',
  },
  'curriculum.unchanged': {
    en: 'Nothing has changed since the curriculum was published.',
    ru: 'С момента публикации в программе ничего не изменилось.',
    uz: 'Dastur eʼlon qilinganidan beri hech narsa oʻzgarmagan.',
    kk: 'Бағдарлама жарияланғаннан бері ештеңе өзгерген жоқ.',
  },
  'curriculum.has-no-modules': {
    en: 'Put at least one module into the curriculum.',
    ru: 'Добавьте в программу хотя бы один модуль.',
    uz: 'Dasturga kamida bitta modul qoʻshing.',
    kk: 'Бағдарламаға кемінде бір модуль қосыңыз.',
  },
  'curriculum.module-is-newest': {
    en: 'The curriculum holds the newest version of the module already.',
    ru: 'В программе уже стоит новейшая версия модуля.',
    uz: 'Dasturda modulning eng yangi nusxasi bor.',
    kk: 'Бағдарламада модульдің ең жаңа нұсқасы тұр.',
  },
});
