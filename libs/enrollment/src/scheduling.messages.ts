import { defineMessages } from '#platform';

defineMessages({
  'enrollment.offering-not-found': {
    en: 'There is no such offering, or you may not act on it.',
    ru: 'Такого набора на обучение нет, или у вас нет прав действовать в нём.',
    uz: 'Bunday oʻquv guruhi yoʻq yoki sizda u bilan ishlash huquqi yoʻq.',
    kk: 'Мұндай оқу тобы жоқ немесе сізде онымен жұмыс істеу құқығы жоқ.',
  },
  'enrollment.status-does-not-allow': {
    en: `{status, select,
      TENTATIVE {Enrollment has not been opened yet, so this cannot be done.}
      OPEN {Enrollment is open already.}
      CLOSED {Enrollment is closed already.}
      RUNNING {The course has already begun.}
      FINISHED {The course is over.}
      CANCELLED {The course was cancelled.}
      other {This cannot be done now.}}`,
    ru: `{status, select,
      TENTATIVE {Запись ещё не открыта, поэтому это невозможно.}
      OPEN {Запись уже открыта.}
      CLOSED {Запись уже закрыта.}
      RUNNING {Обучение уже началось.}
      FINISHED {Обучение завершено.}
      CANCELLED {Обучение отменено.}
      other {Сейчас это невозможно.}}`,
    uz: `{status, select,
      TENTATIVE {Yozilish hali ochilmagan, shuning uchun buni qilib boʻlmaydi.}
      OPEN {Yozilish allaqachon ochiq.}
      CLOSED {Yozilish allaqachon yopilgan.}
      RUNNING {Oʻqish allaqachon boshlangan.}
      FINISHED {Oʻqish tugagan.}
      CANCELLED {Oʻqish bekor qilingan.}
      other {Hozir buni qilib boʻlmaydi.}}`,
    kk: `{status, select,
      TENTATIVE {Жазылу әлі ашылған жоқ, сондықтан бұлай істеуге болмайды.}
      OPEN {Жазылу ашық тұр.}
      CLOSED {Жазылу жабылып қойған.}
      RUNNING {Оқу басталып кетті.}
      FINISHED {Оқу аяқталды.}
      CANCELLED {Оқу тоқтатылды.}
      other {Қазір бұлай істеуге болмайды.}}`,
  },
  'enrollment.language-not-taught': {
    en: 'The course is not taught in this language.',
    ru: 'На этом языке курс не преподаётся.',
    uz: 'Kurs bu tilda oʻqitilmaydi.',
    kk: 'Курс бұл тілде оқытылмайды.',
  },
  'enrollment.session-ends-before-start': {
    en: 'Session {session} ends before it begins.',
    ru: 'Занятие {session} заканчивается раньше, чем начинается.',
    uz: '{session}-mashgʻulot boshlanishidan oldin tugaydi.',
    kk: '{session}-сабақ басталмай тұрып аяқталады.',
  },
  'enrollment.session-too-long': {
    en: 'Session {session} lasts longer than {mostHours, plural, one {# hour} other {# hours}}; make a session of each day.',
    ru: 'Занятие {session} длится больше {mostHours, plural, one {# часа} other {# часов}}; заведите отдельное занятие на каждый день.',
    uz: '{session}-mashgʻulot {mostHours} soatdan uzoq davom etadi; har bir kun uchun alohida mashgʻulot kiriting.',
    kk: '{session}-сабақ {mostHours} сағаттан ұзаққа созылады; әр күнге бөлек сабақ енгізіңіз.',
  },
  'enrollment.sessions-overlap': {
    en: 'Sessions {first} and {second} are at the same time.',
    ru: 'Занятия {first} и {second} идут в одно и то же время.',
    uz: '{first}- va {second}-mashgʻulotlar bir vaqtga toʻgʻri keladi.',
    kk: '{first}- және {second}-сабақтар бір уақытқа сәйкес келеді.',
  },
  'enrollment.starts-in-past': {
    en: 'Session {session} begins in the past.',
    ru: 'Занятие {session} начинается в прошлом.',
    uz: '{session}-mashgʻulotning boshlanish vaqti oʻtib ketgan.',
    kk: '{session}-сабақтың басталу уақыты өтіп кеткен.',
  },
  'enrollment.window-invalid': {
    en: 'Enrollment must end after it begins, later than now, and no later than the last session ends.',
    ru: 'Запись должна заканчиваться после своего начала, позже текущего момента и не позже конца последнего занятия.',
    uz: 'Yozilish boshlanishidan keyin, hozirgi vaqtdan soʻng va oxirgi mashgʻulot tugashidan kechikmay tugashi kerak.',
    kk: 'Жазылу басталғаннан кейін, қазіргі уақыттан соң және соңғы сабақ аяқталғаннан кешікпей аяқталуы керек.',
  },
  'enrollment.minimum-above-capacity': {
    en: 'More people are needed than there are seats ({capacity}).',
    ru: 'Минимальное число участников больше числа мест ({capacity}).',
    uz: 'Eng kam ishtirokchilar soni oʻrinlar sonidan ({capacity}) koʻp.',
    kk: 'Қатысушылардың ең аз саны орын санынан ({capacity}) көп.',
  },
  'enrollment.price-invalid': {
    en: 'A price is 0 or more, with at most {decimals, plural, one {# digit} other {# digits}} after the point in this currency.',
    ru: 'Цена не может быть меньше нуля; знаков после запятой в этой валюте — не больше {decimals}.',
    uz: 'Narx noldan kam boʻlmaydi; bu valyutada kasr qismi {decimals} ta raqamdan oshmaydi.',
    kk: 'Баға нөлден кем болмайды; бұл валютада үтірден кейін ең көбі {decimals} таңба болады.',
  },
  'enrollment.venue-not-found': {
    en: 'There is no such venue, or you may not use it.',
    ru: 'Такого места проведения нет, или у вас нет прав им пользоваться.',
    uz: 'Bunday oʻtkazish joyi yoʻq yoki sizda undan foydalanish huquqi yoʻq.',
    kk: 'Мұндай өткізу орны жоқ немесе сізде оны пайдалану құқығы жоқ.',
  },
  'enrollment.room-name-taken': {
    en: 'The venue has a room named “{name}” already.',
    ru: 'Помещение «{name}» в этом месте уже есть.',
    uz: 'Bu joyda “{name}” nomli xona allaqachon bor.',
    kk: 'Бұл жерде «{name}» атты бөлме бар.',
  },
  'enrollment.room-not-found': {
    en: 'The room of session {session} is not one of the venue.',
    ru: 'Помещения для занятия {session} нет в выбранном месте проведения.',
    uz: '{session}-mashgʻulot xonasi tanlangan joyda yoʻq.',
    kk: '{session}-сабақтың бөлмесі таңдалған жерде жоқ.',
  },
  'enrollment.room-too-small': {
    en: 'The room of session {session} holds {seats, plural, one {# person} other {# people}} only.',
    ru: 'Помещение для занятия {session} вмещает только {seats, plural, one {# человека} other {# человек}}.',
    uz: '{session}-mashgʻulot xonasiga atigi {seats} kishi sigʻadi.',
    kk: '{session}-сабақтың бөлмесіне тек {seats} адам сыяды.',
  },
  'enrollment.room-taken': {
    en: 'The room is taken at the time of session {session}.',
    ru: 'Помещение занято во время занятия {session}.',
    uz: '{session}-mashgʻulot vaqtida xona band.',
    kk: '{session}-сабақ уақытында бөлме бос емес.',
  },
  'enrollment.instructor-not-found': {
    en: 'Somebody named for session {session} does not teach for this organization.',
    ru: 'Указанного для занятия {session} преподавателя нет в этой организации.',
    uz: '{session}-mashgʻulot uchun koʻrsatilgan oʻqituvchi bu tashkilotda yoʻq.',
    kk: '{session}-сабаққа көрсетілген оқытушы бұл ұйымда жоқ.',
  },
  'enrollment.instructor-taken': {
    en: 'The instructor teaches elsewhere at the time of session {session}.',
    ru: 'Преподаватель занят во время занятия {session}.',
    uz: '{session}-mashgʻulot vaqtida oʻqituvchi band.',
    kk: '{session}-сабақ уақытында оқытушы бос емес.',
  },
  'enrollment.already-instructor': {
    en: 'This person teaches for the organization already.',
    ru: 'Этот человек уже преподаёт в этой организации.',
    uz: 'Bu kishi allaqachon shu tashkilotda oʻqituvchi.',
    kk: 'Бұл адам осы ұйымда оқытушы болып тіркелген.',
  },
  'enrollment.instructor-unclear': {
    en: 'Give either a person who is here already, or the family name and given name of a new one.',
    ru: 'Укажите либо уже известного человека, либо фамилию и имя нового.',
    uz: 'Yo tizimda bor kishini koʻrsating, yo yangi kishining familiyasi va ismini yozing.',
    kk: 'Не жүйеде бар адамды көрсетіңіз, не жаңа адамның тегі мен атын жазыңыз.',
  },
});
