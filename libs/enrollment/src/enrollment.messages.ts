import { defineMessages } from '#platform';

defineMessages({
  'enrollment.offering-closed': {
    en: '{status, select, TENTATIVE {Enrollment has not been opened yet.} CLOSED {Enrollment is closed.} RUNNING {The course has already begun.} FINISHED {The course is over.} CANCELLED {The course was cancelled.} other {Enrollment is not possible now.}}',
    ru: '{status, select, TENTATIVE {Запись ещё не открыта.} CLOSED {Запись закрыта.} RUNNING {Обучение уже началось.} FINISHED {Обучение завершено.} CANCELLED {Обучение отменено.} other {Запись сейчас невозможна.}}',
    uz: '{status, select, TENTATIVE {Yozilish hali ochilmagan.} CLOSED {Yozilish yopilgan.} RUNNING {Oʻqish allaqachon boshlangan.} FINISHED {Oʻqish tugagan.} CANCELLED {Oʻqish bekor qilingan.} other {Hozir yozilib boʻlmaydi.}}',
    kk: '{status, select, TENTATIVE {Жазылу әлі ашылған жоқ.} CLOSED {Жазылу жабық.} RUNNING {Оқу басталып кетті.} FINISHED {Оқу аяқталды.} CANCELLED {Оқу тоқтатылды.} other {Қазір жазылу мүмкін емес.}}',
  },
  'enrollment.window-closed': {
    en: 'Enrollment is open from {opensAt, date, long} until {closesAt, date, long} only.',
    ru: 'Запись открыта только с {opensAt, date, long} по {closesAt, date, long}.',
    uz: 'Yozilish faqat {opensAt, date, long} dan {closesAt, date, long} gacha ochiq.',
    kk: 'Жазылу тек {opensAt, date, long} бастап {closesAt, date, long} дейін ашық.',
  },
  'enrollment.offering-full': {
    en: 'All seats are taken; {waiting, plural, =0 {nobody is} one {# person is} other {# people are}} waiting.',
    ru: 'Все места заняты; в очереди {waiting, plural, =0 {никого} one {# человек} few {# человека} many {# человек} other {# человека}}.',
    uz: 'Barcha oʻrinlar band; navbatda {waiting, plural, =0 {hech kim yoʻq} other {# kishi}}.',
    kk: 'Барлық орын бос емес; кезекте {waiting, plural, =0 {ешкім жоқ} other {# адам}}.',
  },
  'enrollment.waitlist-full': {
    en: 'All seats are taken and the waiting list is full ({limit}).',
    ru: 'Все места заняты, и лист ожидания заполнен ({limit}).',
    uz: 'Barcha oʻrinlar band va kutish roʻyxati toʻlgan ({limit}).',
    kk: 'Барлық орын бос емес, күту тізімі де толған ({limit}).',
  },
  'enrollment.already-enrolled': {
    en: 'This person has a place here, or is waiting for one, already.',
    ru: 'Этот человек уже записан или стоит в очереди.',
    uz: 'Bu kishi allaqachon yozilgan yoki navbatda turibdi.',
    kk: 'Бұл адам жазылып қойған немесе кезекте тұр.',
  },
  'enrollment.clashes-with-own-session': {
    en: 'At that time this person has a confirmed seat elsewhere, beginning {startsAt, date, long}.',
    ru: 'В это время у человека подтверждено другое обучение, начало {startsAt, date, long}.',
    uz: 'Bu vaqtda kishining boshqa tasdiqlangan mashgʻuloti bor, boshlanishi {startsAt, date, long}.',
    kk: 'Бұл уақытта адамның басқа расталған сабағы бар, басталуы {startsAt, date, long}.',
  },
  'enrollment.person-not-found': {
    en: 'There is no such person.',
    ru: 'Такого человека нет.',
    uz: 'Bunday kishi topilmadi.',
    kk: 'Мұндай адам табылмады.',
  },
  'enrollment.not-your-member': {
    en: 'You can enroll yourself; others are enrolled by those who teach.',
    ru: 'Вы можете записать себя; других записывает организатор обучения.',
    uz: 'Siz oʻzingizni yoza olasiz; boshqalarni oʻquv tashkilotchisi yozadi.',
    kk: 'Сіз өзіңізді жаза аласыз; басқаларды оқуды ұйымдастырушы жазады.',
  },
  'enrollment.enrollment-not-found': {
    en: 'There is no such enrollment.',
    ru: 'Такой записи нет.',
    uz: 'Bunday yozuv topilmadi.',
    kk: 'Мұндай жазба табылмады.',
  },
  'enrollment.too-late-to-cancel': {
    en: 'The course has begun. Ask those who teach to cancel this place.',
    ru: 'Обучение уже началось. Обратитесь к организатору, чтобы отменить запись.',
    uz: 'Oʻqish boshlangan. Yozuvni bekor qilish uchun tashkilotchiga murojaat qiling.',
    kk: 'Оқу басталып кетті. Жазбаны тоқтату үшін ұйымдастырушыға хабарласыңыз.',
  },
  'enrollment.no-seat-offered': {
    en: 'No seat is offered here now.',
    ru: 'Сейчас место не предложено.',
    uz: 'Hozir oʻrin taklif qilinmagan.',
    kk: 'Қазір орын ұсынылмаған.',
  },
  'enrollment.seat-offer-expired': {
    en: 'The offered seat was not accepted in time and went to the next person.',
    ru: 'Предложенное место не было принято вовремя и передано следующему.',
    uz: 'Taklif qilingan oʻrin vaqtida qabul qilinmadi va keyingi kishiga oʻtdi.',
    kk: 'Ұсынылған орын уақытында қабылданбай, келесі адамға берілді.',
  },
  'enrollment.no-approval-pending': {
    en: 'There is nothing left to decide here.',
    ru: 'Решение уже принято или не требуется.',
    uz: 'Bu yerda hal qilinadigan narsa qolmagan.',
    kk: 'Мұнда шешетін ештеңе қалмады.',
  },
  'enrollment.reason-needed': {
    en: 'Say why; the person will be told.',
    ru: 'Укажите причину: её сообщат человеку.',
    uz: 'Sababini yozing: u kishiga aytiladi.',
    kk: 'Себебін жазыңыз: ол адамға хабарланады.',
  },
  'enrollment.capacity-below-seated': {
    en: '{seatsTaken, plural, one {# seat is} other {# seats are}} taken already; there cannot be fewer.',
    ru: 'Уже {seatsTaken, plural, one {занято # место} few {занято # места} many {занято # мест} other {занято # места}}; меньше сделать нельзя.',
    uz: 'Allaqachon {seatsTaken} oʻrin band; bundan kam qilib boʻlmaydi.',
    kk: '{seatsTaken} орын бос емес; одан аз етуге болмайды.',
  },
  'enrollment.not-waiting': {
    en: 'Only somebody who is waiting can be moved in the queue.',
    ru: 'Передвинуть в очереди можно только того, кто в ней стоит.',
    uz: 'Navbatda faqat kutayotgan kishini surish mumkin.',
    kk: 'Кезекте тек күтіп тұрған адамды жылжытуға болады.',
  },
});
