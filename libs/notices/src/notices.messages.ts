import { defineMessages } from '#platform';

defineMessages({
  'notices.not-mutable': {
    en: 'Only reminders can be muted; this message is always sent.',
    ru: 'Отключить можно только напоминания; это сообщение отправляется всегда.',
    uz: 'Faqat eslatmalarni oʻchirib qoʻyish mumkin; bu xabar doim yuboriladi.',
    kk: 'Тек еске салуларды өшіруге болады; бұл хабарлама әрқашан жіберіледі.',
  },
  'notices.unsubscribe.ask': {
    en: 'Should Odaq no longer remind you of the courses you take part in?',
    ru: 'Больше не напоминать вам об обучении, на которое вы записаны?',
    uz: 'Siz yozilgan kurslar haqida endi eslatilmasinmi?',
    kk: 'Сіз жазылған курстар туралы енді еске салынбасын ба?',
  },
  'notices.unsubscribe.button': {
    en: 'No more reminders',
    ru: 'Не напоминать',
    uz: 'Eslatilmasin',
    kk: 'Еске салынбасын',
  },
  'notices.unsubscribe.done': {
    en: 'You will get no more reminders. Messages about your places still come.',
    ru: 'Напоминаний больше не будет. Сообщения о ваших местах будут приходить.',
    uz: 'Endi eslatmalar kelmaydi. Oʻrinlaringiz haqidagi xabarlar kelaveradi.',
    kk: 'Енді еске салулар келмейді. Орындарыңыз туралы хабарлар келе береді.',
  },
  'notices.unsubscribe.bad-link': {
    en: 'This link is not valid. Reminders can also be turned off after signing in.',
    ru: 'Эта ссылка недействительна. Напоминания можно отключить и после входа в систему.',
    uz: 'Bu havola yaroqsiz. Eslatmalarni tizimga kirgandan soʻng ham oʻchirish mumkin.',
    kk: 'Бұл сілтеме жарамсыз. Еске салуларды жүйеге кіргеннен кейін де өшіруге болады.',
  },
});
