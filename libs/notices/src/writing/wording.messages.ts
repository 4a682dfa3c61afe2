import { defineMessages } from '#platform';
import { NoticeKind } from '../notice/notice-kind.js';

type Sentences = Parameters<typeof defineMessages>[0][string];

/** Subject and text of each kind. A value that may be missing has a `…Given` beside it. */
const WORDING: Record<NoticeKind, { subject: Sentences; text: Sentences }> = {
  [NoticeKind.SEAT_CONFIRMED]: {
    subject: {
      en: 'You have a seat: {course}',
      ru: 'Место за вами: {course}',
      uz: 'Sizga oʻrin ajratildi: {course}',
      kk: 'Сізге орын берілді: {course}',
    },
    text: {
      en: 'You have a confirmed seat: {course}.\n\nIt begins {startsAt} and has {sessions, plural, one {# session} other {# sessions}}.{placeGiven, select, yes {\nPlace: {place}} other {}}\n\nThe dates are attached for your calendar. If you cannot come, cancel in time: somebody may be waiting for the seat.',
      ru: 'Ваше место подтверждено: {course}.\n\nНачало {startsAt}, {sessions, plural, one {# занятие} few {# занятия} many {# занятий} other {# занятия}}.{placeGiven, select, yes {\nМесто проведения: {place}} other {}}\n\nДаты приложены для вашего календаря. Если вы не сможете прийти, откажитесь заранее: кто-то может ждать этого места.',
      uz: 'Oʻrningiz tasdiqlandi: {course}.\n\nBoshlanishi {startsAt}, {sessions, plural, other {# ta mashgʻulot}}.{placeGiven, select, yes {\nManzil: {place}} other {}}\n\nSanalar taqvimingiz uchun ilova qilingan. Kela olmasangiz, oldindan voz keching: bu oʻrinni kimdir kutayotgan boʻlishi mumkin.',
      kk: 'Орныңыз расталды: {course}.\n\nБасталуы {startsAt}, {sessions, plural, other {# сабақ}}.{placeGiven, select, yes {\nӨтетін жері: {place}} other {}}\n\nКүндері күнтізбеңіз үшін қоса берілді. Келе алмасаңыз, алдын ала бас тартыңыз: бұл орынды біреу күтіп жүрген болуы мүмкін.',
    },
  },
  [NoticeKind.WAITLISTED]: {
    subject: {
      en: 'You are on the waiting list: {course}',
      ru: 'Вы в листе ожидания: {course}',
      uz: 'Siz kutish roʻyxatidasiz: {course}',
      kk: 'Сіз күту тізіміндесіз: {course}',
    },
    text: {
      en: 'You are waiting for a seat: {course}.{aheadGiven, select, yes { {ahead, plural, =0 {You are the next.} one {# person is before you.} other {# people are before you.}}} other {}}\n\nIt begins {startsAt}. You will be told as soon as there is a seat for you.',
      ru: 'Вы ждёте места: {course}.{aheadGiven, select, yes { {ahead, plural, =0 {Вы следующие.} one {Перед вами # человек.} few {Перед вами # человека.} many {Перед вами # человек.} other {Перед вами # человека.}}} other {}}\n\nНачало {startsAt}. Мы сообщим, как только для вас появится место.',
      uz: 'Siz oʻrin kutmoqdasiz: {course}.{aheadGiven, select, yes { {ahead, plural, =0 {Navbatdagi kishi sizsiz.} other {Sizdan oldin # kishi bor.}}} other {}}\n\nBoshlanishi {startsAt}. Siz uchun oʻrin boʻshashi bilan xabar beramiz.',
      kk: 'Сіз орын күтіп тұрсыз: {course}.{aheadGiven, select, yes { {ahead, plural, =0 {Келесі кезек сіздікі.} other {Алдыңызда # адам бар.}}} other {}}\n\nБасталуы {startsAt}. Сізге орын босаған бойда хабарлаймыз.',
    },
  },
  [NoticeKind.SEAT_OFFERED]: {
    subject: {
      en: 'A seat is free for you: {course}',
      ru: 'Для вас освободилось место: {course}',
      uz: 'Siz uchun oʻrin boʻshadi: {course}',
      kk: 'Сізге орын босады: {course}',
    },
    text: {
      en: 'A seat has become free and is held for you until {until}: {course}.\n\nAccept it before then; afterwards it goes to the next person. If you do not need it, decline it, and nobody has to wait.\n\nThe course begins {startsAt}.',
      ru: 'Освободилось место, оно закреплено за вами до {until}: {course}.\n\nПримите его до этого времени; потом оно перейдёт к следующему. Если оно вам не нужно, откажитесь, чтобы никто не ждал.\n\nНачало обучения {startsAt}.',
      uz: 'Oʻrin boʻshadi va {until} gacha siz uchun saqlanadi: {course}.\n\nUni shu vaqtgacha qabul qiling; keyin u navbatdagi kishiga oʻtadi. Kerak boʻlmasa, rad eting, hech kim kutib qolmasin.\n\nOʻqish boshlanishi {startsAt}.',
      kk: 'Орын босады, ол {until} дейін сізге сақталады: {course}.\n\nОны осы уақытқа дейін қабылдаңыз; кейін ол келесі адамға өтеді. Керек болмаса, бас тартыңыз, ешкім күтіп қалмасын.\n\nОқудың басталуы {startsAt}.',
    },
  },
  [NoticeKind.SEAT_OFFER_ENDED]: {
    subject: {
      en: 'The offered seat is no longer held for you: {course}',
      ru: 'Предложенное место больше не закреплено за вами: {course}',
      uz: 'Taklif qilingan oʻrin endi siz uchun saqlanmaydi: {course}',
      kk: 'Ұсынылған орын енді сізге сақталмайды: {course}',
    },
    text: {
      en: 'The seat that was held for you was not accepted in time and goes to the next person: {course}.\n\nYou are no longer waiting there. You may enroll again while enrollment is open; you would then stand at the end of the queue.',
      ru: 'Место, которое было закреплено за вами, не принято вовремя и переходит к следующему: {course}.\n\nВы больше не в очереди. Пока запись открыта, можно записаться снова; тогда вы встанете в конец очереди.',
      uz: 'Siz uchun saqlangan oʻrin vaqtida qabul qilinmadi va navbatdagi kishiga oʻtadi: {course}.\n\nSiz endi navbatda emassiz. Yozilish ochiq boʻlsa, qayta yozilishingiz mumkin; shunda navbat oxirida boʻlasiz.',
      kk: 'Сізге сақталған орын уақытында қабылданбады және келесі адамға өтеді: {course}.\n\nСіз енді кезекте емессіз. Жазылу ашық кезде қайта жазыла аласыз; онда кезектің соңында тұрасыз.',
    },
  },
  [NoticeKind.PLACE_RELEASED]: {
    subject: {
      en: '{reason, select, OFFERING_CANCELLED {The course will not take place} APPROVAL_DECLINED {Your place was not approved} CANCELLED_BY_PERSON {You gave up your place} SUBSTITUTED {Somebody else was named in your stead} NOMINATION_WITHDRAWN {You are no longer named} other {Your place was cancelled}}: {course}',
      ru: '{reason, select, OFFERING_CANCELLED {Обучение не состоится} APPROVAL_DECLINED {Ваше участие не согласовано} CANCELLED_BY_PERSON {Вы отказались от места} SUBSTITUTED {Вместо вас направлен другой человек} NOMINATION_WITHDRAWN {Ваше направление отозвано} other {Ваша запись отменена}}: {course}',
      uz: '{reason, select, OFFERING_CANCELLED {Oʻqish boʻlmaydi} APPROVAL_DECLINED {Ishtirokingiz maʼqullanmadi} CANCELLED_BY_PERSON {Siz oʻrindan voz kechdingiz} SUBSTITUTED {Oʻrningizga boshqa kishi yuboriladi} NOMINATION_WITHDRAWN {Yuborilishingiz bekor qilindi} other {Yozuvingiz bekor qilindi}}: {course}',
      kk: '{reason, select, OFFERING_CANCELLED {Оқу өтпейді} APPROVAL_DECLINED {Қатысуыңыз мақұлданбады} CANCELLED_BY_PERSON {Сіз орыннан бас тарттыңыз} SUBSTITUTED {Сіздің орныңызға басқа адам жіберіледі} NOMINATION_WITHDRAWN {Жіберілуіңіз кері қайтарылды} other {Жазылуыңыз тоқтатылды}}: {course}',
    },
    text: {
      en: '{reason, select, OFFERING_CANCELLED {The course was cancelled by those who teach} APPROVAL_DECLINED {Those who decide did not approve your place} CANCELLED_BY_PERSON {You gave up your place} SUBSTITUTED {Your organization has named somebody else in your stead} NOMINATION_WITHDRAWN {Your organization, which had named you, has taken this back} other {Those who teach cancelled your place}}: {course}, beginning {startsAt}.{noteGiven, select, yes {\n\nReason given: {note}} other {}}',
      ru: '{reason, select, OFFERING_CANCELLED {Организатор отменил обучение} APPROVAL_DECLINED {Ваше участие не согласовано} CANCELLED_BY_PERSON {Вы отказались от места} SUBSTITUTED {Ваша организация направила вместо вас другого человека} NOMINATION_WITHDRAWN {Ваша организация отозвала ваше направление} other {Организатор отменил вашу запись}}: {course}, начало {startsAt}.{noteGiven, select, yes {\n\nПричина: {note}} other {}}',
      uz: '{reason, select, OFFERING_CANCELLED {Tashkilotchi oʻqishni bekor qildi} APPROVAL_DECLINED {Ishtirokingiz maʼqullanmadi} CANCELLED_BY_PERSON {Siz oʻrindan voz kechdingiz} SUBSTITUTED {Tashkilotingiz oʻrningizga boshqa kishini koʻrsatdi} NOMINATION_WITHDRAWN {Tashkilotingiz sizni yuborishdan voz kechdi} other {Tashkilotchi yozuvingizni bekor qildi}}: {course}, boshlanishi {startsAt}.{noteGiven, select, yes {\n\nSababi: {note}} other {}}',
      kk: '{reason, select, OFFERING_CANCELLED {Ұйымдастырушы оқуды тоқтатты} APPROVAL_DECLINED {Қатысуыңыз мақұлданбады} CANCELLED_BY_PERSON {Сіз орыннан бас тарттыңыз} SUBSTITUTED {Ұйымыңыз сіздің орныңызға басқа адамды ұсынды} NOMINATION_WITHDRAWN {Ұйымыңыз сізді жіберуден бас тартты} other {Ұйымдастырушы жазылуыңызды тоқтатты}}: {course}, басталуы {startsAt}.{noteGiven, select, yes {\n\nСебебі: {note}} other {}}',
    },
  },
  [NoticeKind.APPROVAL_REQUESTED]: {
    subject: {
      en: '{people, plural, one {# person waits} other {# people wait}} for your decision: {course}',
      ru: '{people, plural, one {# человек ждёт} few {# человека ждут} many {# человек ждут} other {# человека ждут}} вашего решения: {course}',
      uz: '{people, plural, other {# kishi}} qaroringizni kutmoqda: {course}',
      kk: '{people, plural, other {# адам}} шешіміңізді күтуде: {course}',
    },
    text: {
      en: '{people, plural, one {# person asks} other {# people ask}} for a place: {course}, beginning {startsAt}.\n\nNobody gets a seat before you decide. Please look at what waits for your approval.',
      ru: 'О месте {people, plural, one {просит # человек} few {просят # человека} many {просят # человек} other {просят # человека}}: {course}, начало {startsAt}.\n\nДо вашего решения никто не получит места. Пожалуйста, посмотрите, что ждёт вашего согласования.',
      uz: '{people, plural, other {# kishi}} oʻrin soʻramoqda: {course}, boshlanishi {startsAt}.\n\nSiz qaror qilmaguningizcha hech kim oʻrin olmaydi. Iltimos, maʼqullashingizni kutayotganlarni koʻrib chiqing.',
      kk: '{people, plural, other {# адам}} орын сұрап отыр: {course}, басталуы {startsAt}.\n\nСіз шешім қабылдағанша ешкім орын алмайды. Мақұлдауыңызды күтіп тұрғандарды қарап шығыңыз.',
    },
  },
  [NoticeKind.REMINDER]: {
    subject: {
      en: 'It begins soon: {course}',
      ru: 'Скоро начало: {course}',
      uz: 'Tez orada boshlanadi: {course}',
      kk: 'Жақында басталады: {course}',
    },
    text: {
      en: 'Your course begins {startsAt}: {course}, {sessions, plural, one {# session} other {# sessions}}.{placeGiven, select, yes {\nPlace: {place}} other {}}\n\nIf you cannot come, cancel now: somebody may be waiting for the seat.',
      ru: 'Ваше обучение начинается {startsAt}: {course}, {sessions, plural, one {# занятие} few {# занятия} many {# занятий} other {# занятия}}.{placeGiven, select, yes {\nМесто проведения: {place}} other {}}\n\nЕсли вы не сможете прийти, откажитесь сейчас: кто-то может ждать этого места.',
      uz: 'Oʻqishingiz {startsAt} boshlanadi: {course}, {sessions, plural, other {# ta mashgʻulot}}.{placeGiven, select, yes {\nManzil: {place}} other {}}\n\nKela olmasangiz, hozir voz keching: bu oʻrinni kimdir kutayotgan boʻlishi mumkin.',
      kk: 'Оқуыңыз {startsAt} басталады: {course}, {sessions, plural, other {# сабақ}}.{placeGiven, select, yes {\nӨтетін жері: {place}} other {}}\n\nКеле алмасаңыз, қазір бас тартыңыз: бұл орынды біреу күтіп жүрген болуы мүмкін.',
    },
  },
  [NoticeKind.NOMINEE_WITHDREW]: {
    subject: {
      en: '{person} does not come: {course}',
      ru: '{person} не приедет: {course}',
      uz: '{person} kelmaydi: {course}',
      kk: '{person} келмейді: {course}',
    },
    text: {
      en: '{person}, whom your organization named, does not take the place: {course}, beginning {startsAt}.\n\nWhile enrollment is open you may name somebody else.',
      ru: '{person}, кого назвала ваша организация, не займёт место: {course}, начало {startsAt}.\n\nПока запись открыта, можно назвать другого человека.',
      uz: 'Tashkilotingiz koʻrsatgan {person} oʻrinni band qilmaydi: {course}, boshlanishi {startsAt}.\n\nYozilish ochiq ekan, boshqa kishini koʻrsatishingiz mumkin.',
      kk: 'Ұйымыңыз ұсынған {person} орынды алмайды: {course}, басталуы {startsAt}.\n\nЖазылу ашық кезде басқа адамды ұсына аласыз.',
    },
  },
  [NoticeKind.COMPLETION_RECORDED]: {
    subject: {
      en: '{outcome, select, COMPLETED {You have completed the course} NOT_COMPLETED {Recorded as not completed} other {A record of your training was taken back}}: {course}',
      ru: '{outcome, select, COMPLETED {Вы завершили обучение} NOT_COMPLETED {Обучение записано как не завершённое} other {Запись об итоге обучения отменена}}: {course}',
      uz: '{outcome, select, COMPLETED {Siz oʻqishni tugatdingiz} NOT_COMPLETED {Oʻqish tugatilmagan deb yozildi} other {Oʻqish yakuni haqidagi yozuv bekor qilindi}}: {course}',
      kk: '{outcome, select, COMPLETED {Сіз оқуды аяқтадыңыз} NOT_COMPLETED {Оқу аяқталмаған деп жазылды} other {Оқу қорытындысы туралы жазба алынып тасталды}}: {course}',
    },
    text: {
      en: '{outcome, select, COMPLETED {You have completed the course} NOT_COMPLETED {Those who teach recorded that you did not complete the course} other {Those who teach took back what was recorded about the end of your training}}: {course}, which began {startsAt}.{noteGiven, select, yes {\n\nReason given: {note}} other {}}\n\nIf this is not right, write to those who teach.',
      ru: '{outcome, select, COMPLETED {Вы завершили обучение} NOT_COMPLETED {Организатор записал, что вы не завершили обучение} other {Организатор отменил запись об итоге вашего обучения}}: {course}, начало {startsAt}.{noteGiven, select, yes {\n\nПричина: {note}} other {}}\n\nЕсли это не так, напишите организатору.',
      uz: '{outcome, select, COMPLETED {Siz oʻqishni tugatdingiz} NOT_COMPLETED {Tashkilotchi oʻqishni tugatmaganingizni yozdi} other {Tashkilotchi oʻqishingiz yakuni haqidagi yozuvni bekor qildi}}: {course}, boshlanishi {startsAt}.{noteGiven, select, yes {\n\nSababi: {note}} other {}}\n\nAgar bu notoʻgʻri boʻlsa, tashkilotchiga yozing.',
      kk: '{outcome, select, COMPLETED {Сіз оқуды аяқтадыңыз} NOT_COMPLETED {Ұйымдастырушы оқуды аяқтамағаныңызды жазды} other {Ұйымдастырушы оқуыңыздың қорытындысы туралы жазбаны алып тастады}}: {course}, басталуы {startsAt}.{noteGiven, select, yes {\n\nСебебі: {note}} other {}}\n\nБұл дұрыс болмаса, ұйымдастырушыға жазыңыз.',
    },
  },
  [NoticeKind.TRAINING_DUE]: {
    subject: {
      en: 'To be learned by {dueOn}: {course}',
      ru: 'Пройти обучение до {dueOn}: {course}',
      uz: '{dueOn} gacha oʻqish kerak: {course}',
      kk: '{dueOn} дейін оқу керек: {course}',
    },
    text: {
      en: 'Your office ({office}) asks you to complete this course, or one that counts the same, by {dueOn}: {course}.\n\nYou have no place yet. Look at what is offered next, or ask your organization to name you.',
      ru: 'Ваша должность ({office}) требует пройти этот курс или равноценный ему не позднее {dueOn}: {course}.\n\nУ вас ещё нет места. Посмотрите ближайшие курсы или попросите свою организацию направить вас.',
      uz: 'Lavozimingiz ({office}) {dueOn} gacha shu kursni yoki unga teng kursni tugatishni talab qiladi: {course}.\n\nSizda hali oʻrin yoʻq. Yaqin kurslarni koʻring yoki tashkilotingizdan sizni yuborishni soʻrang.',
      kk: 'Қызметіңіз ({office}) {dueOn} дейін осы курсты немесе оған тең курсты аяқтауды талап етеді: {course}.\n\nСізде әлі орын жоқ. Жақындағы курстарды қараңыз немесе ұйымыңыздан сізді жіберуді сұраңыз.',
    },
  },
  [NoticeKind.TRAINING_LATE]: {
    subject: {
      en: 'Overdue since {dueOn}: {course}',
      ru: 'Срок истёк {dueOn}: {course}',
      uz: 'Muddati {dueOn} kuni tugagan: {course}',
      kk: 'Мерзімі {dueOn} күні өтті: {course}',
    },
    text: {
      en: 'Your office ({office}) asked you to complete this course, or one that counts the same, by {dueOn}: {course}.\n\nNo completion is recorded. Look at what is offered next, or ask your organization to name you.',
      ru: 'Ваша должность ({office}) требовала пройти этот курс или равноценный ему не позднее {dueOn}: {course}.\n\nЗавершение не записано. Посмотрите ближайшие курсы или попросите свою организацию направить вас.',
      uz: 'Lavozimingiz ({office}) {dueOn} gacha shu kursni yoki unga teng kursni tugatishni talab qilgan edi: {course}.\n\nTugatilgani yozilmagan. Yaqin kurslarni koʻring yoki tashkilotingizdan sizni yuborishni soʻrang.',
      kk: 'Қызметіңіз ({office}) {dueOn} дейін осы курсты немесе оған тең курсты аяқтауды талап еткен еді: {course}.\n\nАяқталғаны жазылмаған. Жақындағы курстарды қараңыз немесе ұйымыңыздан сізді жіберуді сұраңыз.',
    },
  },
  [NoticeKind.PROGRAM_REQUEST_TURN]: {
    subject: {
      en: '{turn, select, TAKE {A program is asked for} ACCEPT {A program was proposed to you} PROPOSE {Your proposal came back} SCHEDULE {Your proposal was accepted} other {What came of the program?}}: {title} ({number})',
      ru: '{turn, select, TAKE {Запрошена программа обучения} ACCEPT {Вам предложена программа} PROPOSE {Ваше предложение возвращено} SCHEDULE {Ваше предложение принято} other {Что дала программа?}}: {title} ({number})',
      uz: '{turn, select, TAKE {Oʻquv dasturi soʻraldi} ACCEPT {Sizga dastur taklif qilindi} PROPOSE {Taklifingiz qaytarildi} SCHEDULE {Taklifingiz qabul qilindi} other {Dastur nima berdi?}}: {title} ({number})',
      kk: '{turn, select, TAKE {Оқу бағдарламасы сұралды} ACCEPT {Сізге бағдарлама ұсынылды} PROPOSE {Ұсынысыңыз қайтарылды} SCHEDULE {Ұсынысыңыз қабылданды} other {Бағдарлама не берді?}}: {title} ({number})',
    },
    text: {
      en: '{turn, select, TAKE {A program was asked for and waits for an academy to take it} ACCEPT {The academy has proposed a program; accept it, or return it with a comment} PROPOSE {Those who asked have returned the proposal; it waits for you to revise it} SCHEDULE {Those who asked have accepted the proposal; its offerings are now to be scheduled} other {The program is over; please say what came of it}}: {title}, {number}.{noteGiven, select, yes {\n\nThey wrote: {note}} other {}}',
      ru: '{turn, select, TAKE {Запрошена программа, она ждёт, чтобы академия взяла её в работу} ACCEPT {Академия предложила программу; примите её или верните с замечанием} PROPOSE {Заказчик вернул предложение; его нужно доработать} SCHEDULE {Заказчик принял предложение; теперь нужно назначить занятия} other {Программа завершена; пожалуйста, сообщите, что она дала}}: {title}, {number}.{noteGiven, select, yes {\n\nКомментарий: {note}} other {}}',
      uz: '{turn, select, TAKE {Dastur soʻraldi va akademiya uni ishga olishini kutmoqda} ACCEPT {Akademiya dastur taklif qildi; uni qabul qiling yoki izoh bilan qaytaring} PROPOSE {Buyurtmachi taklifni qaytardi; uni qayta ishlash kerak} SCHEDULE {Buyurtmachi taklifni qabul qildi; endi mashgʻulotlarni rejalashtirish kerak} other {Dastur tugadi; iltimos, u nima berganini ayting}}: {title}, {number}.{noteGiven, select, yes {\n\nIzoh: {note}} other {}}',
      kk: '{turn, select, TAKE {Бағдарлама сұралды және академияның жұмысқа алуын күтуде} ACCEPT {Академия бағдарлама ұсынды; оны қабылдаңыз немесе ескертпемен қайтарыңыз} PROPOSE {Тапсырыс беруші ұсынысты қайтарды; оны пысықтау керек} SCHEDULE {Тапсырыс беруші ұсынысты қабылдады; енді сабақтарды жоспарлау керек} other {Бағдарлама аяқталды; оның не бергенін айтыңыз}}: {title}, {number}.{noteGiven, select, yes {\n\nПікір: {note}} other {}}',
    },
  },
  [NoticeKind.PROGRAM_REQUEST_NEWS]: {
    subject: {
      en: '{news, select, TAKE {An academy works on an answer} PROPOSE {A program was proposed} ACCEPT {The proposed program was accepted} DECLINE {The request was declined} MERGE {The request goes on in another} JOINED {Another request has joined} WITHDRAW {The request was withdrawn} SCHEDULE {The program is on the calendar} other {The program was evaluated}}: {title} ({number})',
      ru: '{news, select, TAKE {Академия готовит ответ} PROPOSE {Предложена программа} ACCEPT {Предложенная программа принята} DECLINE {Заявка отклонена} MERGE {Заявка объединена с другой} JOINED {Присоединена другая заявка} WITHDRAW {Заявка отозвана} SCHEDULE {Занятия по программе назначены} other {Программа оценена}}: {title} ({number})',
      uz: '{news, select, TAKE {Akademiya javob tayyorlamoqda} PROPOSE {Dastur taklif qilindi} ACCEPT {Taklif qilingan dastur qabul qilindi} DECLINE {Soʻrov rad etildi} MERGE {Soʻrov boshqasiga qoʻshildi} JOINED {Boshqa soʻrov qoʻshildi} WITHDRAW {Soʻrov qaytarib olindi} SCHEDULE {Dastur mashgʻulotlari belgilandi} other {Dastur baholandi}}: {title} ({number})',
      kk: '{news, select, TAKE {Академия жауап дайындауда} PROPOSE {Бағдарлама ұсынылды} ACCEPT {Ұсынылған бағдарлама қабылданды} DECLINE {Өтінім қабылданбады} MERGE {Өтінім басқасына қосылды} JOINED {Басқа өтінім қосылды} WITHDRAW {Өтінім қайтарып алынды} SCHEDULE {Бағдарлама сабақтары белгіленді} other {Бағдарлама бағаланды}}: {title} ({number})',
    },
    text: {
      en: '{news, select, TAKE {An academy has taken the request and works on an answer} PROPOSE {An academy has proposed a program to those who asked first; you are told what they decide} ACCEPT {Those who asked first have accepted the proposed program, and its seats are promised to all who joined} DECLINE {The academy has declined the request} MERGE {The request goes on as part of {into}, with the people you asked for} JOINED {Another request now goes on in this one, and its people with it} WITHDRAW {Those who asked no longer ask} SCHEDULE {Offerings of the program are on the calendar; name your people for the seats that are kept for you} other {It was said what came of the program}}: {title}, {number}.{noteGiven, select, yes {\n\nThey wrote: {note}} other {}}',
      ru: '{news, select, TAKE {Академия взяла заявку в работу и готовит ответ} PROPOSE {Академия предложила программу тем, кто запросил её первым; мы сообщим об их решении} ACCEPT {Предложенная программа принята, её места обещаны всем, кто присоединился} DECLINE {Академия отклонила заявку} MERGE {Заявка продолжается как часть {into}, с людьми, для которых вы просили обучение} JOINED {К этой заявке присоединена другая вместе с её людьми} WITHDRAW {Заказчик отозвал заявку} SCHEDULE {Занятия по программе назначены; направьте своих людей на места, закреплённые за вами} other {Сообщено, что дала программа}}: {title}, {number}.{noteGiven, select, yes {\n\nКомментарий: {note}} other {}}',
      uz: '{news, select, TAKE {Akademiya soʻrovni ishga oldi va javob tayyorlamoqda} PROPOSE {Akademiya birinchi soʻraganlarga dastur taklif qildi; qarorini sizga xabar qilamiz} ACCEPT {Taklif qilingan dastur qabul qilindi, oʻrinlari barcha qoʻshilganlarga vaʼda qilindi} DECLINE {Akademiya soʻrovni rad etdi} MERGE {Soʻrov {into} tarkibida, siz soʻragan kishilar bilan davom etadi} JOINED {Bu soʻrovga boshqasi kishilari bilan birga qoʻshildi} WITHDRAW {Buyurtmachi soʻrovni qaytarib oldi} SCHEDULE {Dastur mashgʻulotlari belgilandi; siz uchun saqlangan oʻrinlarga odamlaringizni yuboring} other {Dastur nima bergani aytildi}}: {title}, {number}.{noteGiven, select, yes {\n\nIzoh: {note}} other {}}',
      kk: '{news, select, TAKE {Академия өтінімді жұмысқа алды және жауап дайындауда} PROPOSE {Академия бірінші сұрағандарға бағдарлама ұсынды; олардың шешімін хабарлаймыз} ACCEPT {Ұсынылған бағдарлама қабылданды, орындары қосылғандардың бәріне уәде етілді} DECLINE {Академия өтінімді қабылдамады} MERGE {Өтінім {into} құрамында, сіз сұраған адамдармен бірге жалғасады} JOINED {Бұл өтінімге басқасы адамдарымен бірге қосылды} WITHDRAW {Тапсырыс беруші өтінімді қайтарып алды} SCHEDULE {Бағдарлама сабақтары белгіленді; сізге сақталған орындарға адамдарыңызды жіберіңіз} other {Бағдарламаның не бергені айтылды}}: {title}, {number}.{noteGiven, select, yes {\n\nПікір: {note}} other {}}',
    },
  },
  [NoticeKind.PROGRAM_REQUEST_REPLY]: {
    subject: {
      en: 'A reply about {title} ({number})',
      ru: 'Ответ по заявке: {title} ({number})',
      uz: 'Soʻrov boʻyicha javob: {title} ({number})',
      kk: 'Өтінім бойынша жауап: {title} ({number})',
    },
    text: {
      en: 'The other side has written about {title}, {number}:\n\n{note}',
      ru: 'Другая сторона написала по заявке {title}, {number}:\n\n{note}',
      uz: 'Boshqa tomon {title}, {number} soʻrovi boʻyicha yozdi:\n\n{note}',
      kk: 'Екінші тарап {title}, {number} өтінімі бойынша жазды:\n\n{note}',
    },
  },
  [NoticeKind.NOMINATION_WITHDRAWN]: {
    subject: {
      en: '{person} is no longer named: {course}',
      ru: 'Направление отозвано: {person}, {course}',
      uz: '{person} endi yuborilmaydi: {course}',
      kk: '{person} енді жіберілмейді: {course}',
    },
    text: {
      en: '{person}, about whom you were asked to decide, was taken back by the organization that named them: {course}, beginning {startsAt}. Nothing is left for you to decide.{noteGiven, select, yes {\n\nReason given: {note}} other {}}',
      ru: 'Организация отозвала направление, о котором вас просили решить ({person}): {course}, начало {startsAt}. Ваше решение больше не требуется.{noteGiven, select, yes {\n\nПричина: {note}} other {}}',
      uz: '{person} boʻyicha sizdan qaror soʻralgan edi, yuborgan tashkilot uni qaytarib oldi: {course}, boshlanishi {startsAt}. Endi qaroringiz kerak emas.{noteGiven, select, yes {\n\nSababi: {note}} other {}}',
      kk: '{person} бойынша сізден шешім сұралған еді, жіберген ұйым оны кері қайтарып алды: {course}, басталуы {startsAt}. Енді шешіміңіз қажет емес.{noteGiven, select, yes {\n\nСебебі: {note}} other {}}',
    },
  },
  [NoticeKind.TRAINING_DIGEST]: {
    subject: {
      en: 'Training of office-holders: {late} late, {soon} due soon',
      ru: 'Обучение по должности: просрочено {late}, скоро срок {soon}',
      uz: 'Lavozim boʻyicha oʻqish: kechikkan {late}, muddati yaqin {soon}',
      kk: 'Қызмет бойынша оқу: кешіккен {late}, мерзімі жақын {soon}',
    },
    text: {
      en: 'What their office asks them to learn, for those you answer for:{lateNamesGiven, select, yes {\n\n{late, plural, one {# person is late:} other {# people are late:}}\n{lateNames}{lateMore, plural, =0 {} other {\nand # more}}} other {}}{soonNamesGiven, select, yes {\n\n{soon, plural, one {# person has no place yet, and less than a month:} other {# people have no place yet, and less than a month:}}\n{soonNames}{soonMore, plural, =0 {} other {\nand # more}}} other {}}\n\nThe day beside each name is the last one. Name them for a course, or ask them to enroll.',
      ru: 'Обучение, которого требует должность тех, за кого вы отвечаете:{lateNamesGiven, select, yes {\n\n{late, plural, one {Просрочил # человек:} few {Просрочили # человека:} many {Просрочили # человек:} other {Просрочили # человека:}}\n{lateNames}{lateMore, plural, =0 {} other {\nи ещё #}}} other {}}{soonNamesGiven, select, yes {\n\n{soon, plural, one {# человек ещё без места, осталось меньше месяца:} few {# человека ещё без места, осталось меньше месяца:} many {# человек ещё без места, осталось меньше месяца:} other {# человека ещё без места, осталось меньше месяца:}}\n{soonNames}{soonMore, plural, =0 {} other {\nи ещё #}}} other {}}\n\nРядом с именем указан последний день. Направьте людей на обучение или попросите их записаться.',
      uz: 'Siz masʼul boʻlganlarning lavozimi talab qiladigan oʻqish:{lateNamesGiven, select, yes {\n\n{late, plural, other {# kishi kechikdi:}}\n{lateNames}{lateMore, plural, =0 {} other {\nva yana #}}} other {}}{soonNamesGiven, select, yes {\n\n{soon, plural, other {# kishining hali oʻrni yoʻq, bir oydan kam qoldi:}}\n{soonNames}{soonMore, plural, =0 {} other {\nva yana #}}} other {}}\n\nIsm yonidagi kun oxirgi kundir. Ularni oʻqishga yuboring yoki yozilishlarini soʻrang.',
      kk: 'Сіз жауап беретін адамдардың қызметі талап ететін оқу:{lateNamesGiven, select, yes {\n\n{late, plural, other {# адам кешікті:}}\n{lateNames}{lateMore, plural, =0 {} other {\nжәне тағы #}}} other {}}{soonNamesGiven, select, yes {\n\n{soon, plural, other {# адамның әлі орны жоқ, бір айдан аз қалды:}}\n{soonNames}{soonMore, plural, =0 {} other {\nжәне тағы #}}} other {}}\n\nАты-жөнінің жанындағы күн соңғы күн болып табылады. Оларды оқуға жіберіңіз немесе жазылуларын сұраңыз.',
    },
  },
};

for (const [kind, { subject, text }] of Object.entries(WORDING)) {
  defineMessages({ [`notice.${kind}.subject`]: subject, [`notice.${kind}.text`]: text });
}

defineMessages({
  'notice.unsubscribe': {
    en: 'To get no more reminders, open this page:',
    ru: 'Чтобы не получать напоминаний, откройте эту страницу:',
    uz: 'Eslatma olmaslik uchun bu sahifani oching:',
    kk: 'Еске салулар алмау үшін мына бетті ашыңыз:',
  },
});
