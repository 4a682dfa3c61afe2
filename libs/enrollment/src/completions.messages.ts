import { defineMessages } from '#platform';

defineMessages({
  'enrollment.last-session-not-begun': {
    en: 'The last session has not begun yet; nobody can have completed the course.',
    ru: 'Последнее занятие ещё не началось; никто не мог завершить обучение.',
    uz: 'Oxirgi mashgʻulot hali boshlanmagan; hech kim oʻqishni tugatgan boʻlishi mumkin emas.',
    kk: 'Соңғы сабақ әлі басталған жоқ; ешкім оқуды аяқтаған бола алмайды.',
  },
  'enrollment.no-confirmed-seat': {
    en: 'This person has no confirmed seat here.',
    ru: 'У этого человека здесь нет подтверждённого места.',
    uz: 'Bu kishining bu yerda tasdiqlangan oʻrni yoʻq.',
    kk: 'Бұл адамның мұнда расталған орны жоқ.',
  },
  'enrollment.completed-on-outside': {
    en: 'The day of completion lies between {from} and {to}.',
    ru: 'День завершения должен быть между {from} и {to}.',
    uz: 'Tugatgan kuni {from} va {to} oraligʻida boʻlishi kerak.',
    kk: 'Аяқтаған күні {from} мен {to} аралығында болуы керек.',
  },
  'enrollment.correction-needs-reason': {
    en: 'Say why the record is changed; the person will be told.',
    ru: 'Укажите, почему меняется запись: это сообщат человеку.',
    uz: 'Yozuv nega oʻzgartirilayotganini yozing: u kishiga aytiladi.',
    kk: 'Жазба неге өзгертілетінін жазыңыз: ол адамға хабарланады.',
  },
  'enrollment.completion-recorded': {
    en: 'It is recorded how this training ended. Take the record back before the place is given up.',
    ru: 'Итог обучения уже записан. Прежде чем освободить место, отмените эту запись.',
    uz: 'Oʻqish qanday tugagani yozilgan. Oʻrinni boʻshatishdan oldin bu yozuvni bekor qiling.',
    kk: 'Оқудың қорытындысы жазылған. Орынды босатпас бұрын сол жазбаны алып тастаңыз.',
  },
});
