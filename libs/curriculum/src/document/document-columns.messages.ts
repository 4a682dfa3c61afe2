import { defineMessages } from '#platform';

/** Heads of the columns of the table of alignment. */
defineMessages({
  'curriculum.document.column.country': {
    en: 'Country',
    ru: 'Страна',
    uz: 'Mamlakat',
    kk: 'Ел',
  },
  'curriculum.document.column.act': {
    en: 'Act',
    ru: 'Акт',
    uz: 'Hujjat',
    kk: 'Акт',
  },
  'curriculum.document.column.act-code': {
    en: 'Act code',
    ru: 'Код акта',
    uz: 'Hujjat kodi',
    kk: 'Акт коды',
  },
  'curriculum.document.column.act-number': {
    en: 'Act number',
    ru: 'Номер акта',
    uz: 'Hujjat raqami',
    kk: 'Акт нөмірі',
  },
  'curriculum.document.column.edition': {
    en: 'Edition',
    ru: 'Редакция',
    uz: 'Tahrir',
    kk: 'Редакция',
  },
  'curriculum.document.column.in-force-from': {
    en: 'Edition in force from',
    ru: 'Редакция действует с',
    uz: 'Tahrir kuchga kirgan sana',
    kk: 'Редакция күшіне енген күн',
  },
  'curriculum.document.column.article': {
    en: 'Article',
    ru: 'Статья',
    uz: 'Modda',
    kk: 'Бап',
  },
  'curriculum.document.column.requirement-code': {
    en: 'Requirement code',
    ru: 'Код требования',
    uz: 'Talab kodi',
    kk: 'Талап коды',
  },
  'curriculum.document.column.requirement': {
    en: 'Requirement',
    ru: 'Требование',
    uz: 'Talab',
    kk: 'Талап',
  },
  'curriculum.document.column.verification': {
    en: 'Verification',
    ru: 'Проверка',
    uz: 'Tekshiruv',
    kk: 'Тексеру',
  },
  'curriculum.document.column.verdict-code': {
    en: 'Verdict code',
    ru: 'Код ответа',
    uz: 'Javob kodi',
    kk: 'Жауап коды',
  },
  'curriculum.document.column.verdict': {
    en: 'Verdict',
    ru: 'Ответ',
    uz: 'Javob',
    kk: 'Жауап',
  },
  'curriculum.document.column.hours-found': {
    en: 'Hours found',
    ru: 'Часов есть',
    uz: 'Mavjud soatlar',
    kk: 'Бар сағат',
  },
  'curriculum.document.column.hours-asked': {
    en: 'Hours asked for',
    ru: 'Часов требуется',
    uz: 'Talab qilingan soatlar',
    kk: 'Талап етілген сағат',
  },
  'curriculum.document.column.months-found': {
    en: 'Months found',
    ru: 'Месяцев есть',
    uz: 'Mavjud oylar',
    kk: 'Бар ай',
  },
  'curriculum.document.column.months-asked': {
    en: 'Months asked for',
    ru: 'Месяцев требуется',
    uz: 'Talab qilingan oylar',
    kk: 'Талап етілген ай',
  },
  'curriculum.document.column.blocking': {
    en: 'Blocks publishing',
    ru: 'Препятствует публикации',
    uz: 'Eʼlon qilishga toʻsiq',
    kk: 'Жариялауға кедергі',
  },
  'curriculum.document.column.recheck': {
    en: 'To be re-checked',
    ru: 'Требует перепроверки',
    uz: 'Qayta tekshirish kerak',
    kk: 'Қайта тексеру керек',
  },
  'curriculum.document.column.modules': {
    en: 'Modules that count',
    ru: 'Засчитанные модули',
    uz: 'Hisobga olingan modullar',
    kk: 'Есептелген модульдер',
  },
  'curriculum.document.column.grounds': {
    en: 'Grounds',
    ru: 'Обоснование',
    uz: 'Asos',
    kk: 'Негіздеме',
  },
});
