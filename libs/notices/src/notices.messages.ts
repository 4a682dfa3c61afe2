import { defineMessages } from '#platform';

defineMessages({
  'notices.not-mutable': {
    en: 'Only reminders and news can be muted; this message is always sent.',
    ru: 'Отключить можно только напоминания и новости; это сообщение отправляется всегда.',
    uz: 'Faqat eslatma va yangiliklarni oʻchirib qoʻyish mumkin; bu xabar doim yuboriladi.',
    kk: 'Тек еске салулар мен жаңалықтарды өшіруге болады; бұл хабарлама әрқашан жіберіледі.',
  },
  'notices.unsubscribe.ask': {
    en: 'Should Odaq send you no more reminders?',
    ru: 'Больше не присылать вам напоминаний?',
    uz: 'Sizga endi eslatmalar yuborilmasinmi?',
    kk: 'Сізге енді еске салулар жіберілмесін бе?',
  },
  'notices.unsubscribe.button': {
    en: 'No more reminders',
    ru: 'Не напоминать',
    uz: 'Eslatilmasin',
    kk: 'Еске салынбасын',
  },
  'notices.unsubscribe.done': {
    en: 'You will get no more reminders. All other messages still come.',
    ru: 'Напоминаний больше не будет. Остальные сообщения будут приходить.',
    uz: 'Endi eslatmalar kelmaydi. Boshqa xabarlar kelaveradi.',
    kk: 'Енді еске салулар келмейді. Басқа хабарлар келе береді.',
  },
  'notices.unsubscribe.bad-link': {
    en: 'This link is not valid. Reminders can also be turned off after signing in.',
    ru: 'Эта ссылка недействительна. Напоминания можно отключить и после входа в систему.',
    uz: 'Bu havola yaroqsiz. Eslatmalarni tizimga kirgandan soʻng ham oʻchirish mumkin.',
    kk: 'Бұл сілтеме жарамсыз. Еске салуларды жүйеге кіргеннен кейін де өшіруге болады.',
  },
});
