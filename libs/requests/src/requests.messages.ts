import { defineMessages } from '#platform';

defineMessages({
  'requests.request-not-found': {
    en: 'There is no such program request.',
    ru: 'Такой заявки на программу нет.',
    uz: 'Bunday dastur talabnomasi yoʻq.',
    kk: 'Мұндай бағдарлама өтінімі жоқ.',
  },
  'requests.stage-does-not-allow': {
    en: `{stage, select,
      DRAFT {The request is still a draft.} SUBMITTED {The request waits for an academy to take it.}
      IN_TRIAGE {An academy is already working on the request.} PROPOSED {A proposal waits for an answer.}
      RETURNED {The proposal went back to the academy.} ACCEPTED {The proposal has already been accepted.}
      SCHEDULED {The program is already on the calendar.} DELIVERED {The program has already been taught.}
      EVALUATED {The request is closed: it has been evaluated.} DECLINED {The request was declined.}
      WITHDRAWN {The request was withdrawn.} MERGED {The request goes on as part of another.}
      other {The request has moved on.}} This cannot be done now.`,
    ru: `{stage, select,
      DRAFT {Заявка ещё черновик.} SUBMITTED {Заявка ждёт, когда её возьмёт академия.}
      IN_TRIAGE {Академия уже работает над заявкой.} PROPOSED {Предложение ждёт ответа.}
      RETURNED {Предложение вернули академии.} ACCEPTED {Предложение уже принято.}
      SCHEDULED {Программа уже в расписании.} DELIVERED {Программа уже проведена.}
      EVALUATED {Заявка закрыта: оценка дана.} DECLINED {Заявка отклонена.}
      WITHDRAWN {Заявка отозвана.} MERGED {Заявка продолжается в составе другой.}
      other {Заявка уже на другом этапе.}} Сейчас это сделать нельзя.`,
    uz: `{stage, select,
      DRAFT {Talabnoma hali qoralama.} SUBMITTED {Talabnoma akademiya olishini kutmoqda.}
      IN_TRIAGE {Akademiya talabnoma ustida ishlamoqda.} PROPOSED {Taklif javob kutmoqda.}
      RETURNED {Taklif akademiyaga qaytarilgan.} ACCEPTED {Taklif allaqachon qabul qilingan.}
      SCHEDULED {Dastur allaqachon jadvalda.} DELIVERED {Dastur allaqachon oʻtkazilgan.}
      EVALUATED {Talabnoma yopilgan: baho berilgan.} DECLINED {Talabnoma rad etilgan.}
      WITHDRAWN {Talabnoma qaytarib olingan.} MERGED {Talabnoma boshqasi tarkibida davom etmoqda.}
      other {Talabnoma boshqa bosqichda.}} Hozir buni qilib boʻlmaydi.`,
    kk: `{stage, select,
      DRAFT {Өтінім әлі жоба күйінде.} SUBMITTED {Өтінім академияның қабылдауын күтуде.}
      IN_TRIAGE {Академия өтініммен жұмыс істеп жатыр.} PROPOSED {Ұсыныс жауап күтуде.}
      RETURNED {Ұсыныс академияға қайтарылды.} ACCEPTED {Ұсыныс қабылданып қойған.}
      SCHEDULED {Бағдарлама кестеге енгізілген.} DELIVERED {Бағдарлама өткізілген.}
      EVALUATED {Өтінім жабылған: баға берілген.} DECLINED {Өтінім қабылданбады.}
      WITHDRAWN {Өтінім қайтарып алынды.} MERGED {Өтінім басқасының құрамында жалғасуда.}
      other {Өтінім басқа кезеңде.}} Қазір мұны істеуге болмайды.`,
  },
  'requests.need-incomplete': {
    en: `{part, select, OUTCOMES {Say what people must be able to do afterwards.}
      LANGUAGES {Say in which languages it should be taught.} PERIOD {Say from when to when it should be taught.}
      PEOPLE {Say how many people need it, and where.} other {Something is missing.}}`,
    ru: `{part, select, OUTCOMES {Укажите, что люди должны уметь после обучения.}
      LANGUAGES {Укажите, на каких языках учить.} PERIOD {Укажите, с какого по какое число учить.}
      PEOPLE {Укажите, сколько людей нужно обучить и где.} other {Указано не всё.}}`,
    uz: `{part, select, OUTCOMES {Oʻqishdan keyin odamlar nima qila olishi kerakligini yozing.}
      LANGUAGES {Qaysi tillarda oʻqitish kerakligini koʻrsating.} PERIOD {Qaysi kundan qaysi kungacha ekanini koʻrsating.}
      PEOPLE {Qayerda va necha kishini oʻqitish kerakligini koʻrsating.} other {Maʼlumot toʻliq emas.}}`,
    kk: `{part, select, OUTCOMES {Оқудан кейін адамдар не істей алуы керек екенін жазыңыз.}
      LANGUAGES {Қай тілдерде оқыту керегін көрсетіңіз.} PERIOD {Қай күннен қай күнге дейін екенін көрсетіңіз.}
      PEOPLE {Қайда және неше адамды оқыту керегін көрсетіңіз.} other {Мәлімет толық емес.}}`,
  },
  'requests.period-ends-before-start': {
    en: 'The period ends before it begins.',
    ru: 'Срок заканчивается раньше, чем начинается.',
    uz: 'Muddat boshlanishidan oldin tugaydi.',
    kk: 'Мерзім басталмай тұрып аяқталады.',
  },
  'requests.place-repeated': {
    en: 'The place {code} comes more than once. Give one number for each place.',
    ru: 'Место {code} указано больше одного раза. Дайте одно число для каждого места.',
    uz: '{code} hududi bir necha marta berilgan. Har bir hudud uchun bitta son yozing.',
    kk: '{code} аумағы бірнеше рет берілген. Әр аумаққа бір сан жазыңыз.',
  },
  'requests.academy-not-found': {
    en: 'This is not the academy that can answer here.',
    ru: 'Это не та академия, которая может здесь ответить.',
    uz: 'Bu yerda javob bera oladigan akademiya bu emas.',
    kk: 'Бұл жерде жауап бере алатын академия бұл емес.',
  },
  'requests.own-request': {
    en: 'Your organization asked for this itself. Change the numbers of its own request instead.',
    ru: 'Эту заявку подала ваша организация. Поддерживать её не нужно.',
    uz: 'Bu talabnomani tashkilotingizning oʻzi bergan. Uni qoʻllab-quvvatlash shart emas.',
    kk: 'Бұл өтінімді ұйымыңыздың өзі берген. Оны қолдаудың қажеті жоқ.',
  },
  'requests.support-not-found': {
    en: 'Your organization does not support this request.',
    ru: 'Ваша организация не поддерживает эту заявку.',
    uz: 'Tashkilotingiz bu talabnomani qoʻllab-quvvatlamagan.',
    kk: 'Ұйымыңыз бұл өтінімді қолдамаған.',
  },
  'requests.proposal-revised': {
    en: 'The academy has revised its proposal; version {version} waits for your answer. Read it first.',
    ru: 'Академия изменила предложение: ответа ждёт версия {version}. Сначала прочтите её.',
    uz: 'Akademiya taklifni oʻzgartirdi: {version}-versiya javob kutmoqda. Avval uni oʻqing.',
    kk: 'Академия ұсынысты өзгертті: {version}-нұсқа жауап күтуде. Алдымен оны оқыңыз.',
  },
  'requests.proposed-course-unclear': {
    en: 'Choose a course that there is, or give title, kind and hours of a new one; not both.',
    ru: 'Выберите существующий курс или укажите название, вид и часы нового; не то и другое сразу.',
    uz: 'Mavjud kursni tanlang yoki yangisining nomi, turi va soatini yozing; ikkalasini birga emas.',
    kk: 'Бар курсты таңдаңыз немесе жаңасының атауын, түрін және сағатын жазыңыз; екеуін бірдей емес.',
  },
  'requests.offering-does-not-fit': {
    en: 'This offering is not one of the accepted program, or it was cancelled.',
    ru: 'Этот набор не из принятой программы или отменён.',
    uz: 'Bu guruh qabul qilingan dasturga kirmaydi yoki bekor qilingan.',
    kk: 'Бұл топ қабылданған бағдарламаға кірмейді немесе тоқтатылған.',
  },
  'requests.too-many-offerings': {
    en: 'A request can have 50 offerings; these would make it {offerings}.',
    ru: 'У заявки может быть не больше 50 наборов, а стало бы {offerings}.',
    uz: 'Talabnomada koʻpi bilan 50 ta guruh boʻladi, bular bilan {offerings} ta boʻlardi.',
    kk: 'Өтінімде ең көбі 50 топ болады, бұлармен {offerings} болар еді.',
  },
  'requests.outcomes-not-matched': {
    en: `Answer for each outcome of the request: {expected, plural, one {there is one} other {there are #}}.`,
    ru: `Ответьте по каждому результату заявки: {expected, plural, one {всего # результат} few {всего # результата} many {всего # результатов} other {всего # результата}}.`,
    uz: 'Talabnomaning har bir natijasi boʻyicha javob bering: jami {expected} ta.',
    kk: 'Өтінімнің әр нәтижесі бойынша жауап беріңіз: барлығы {expected}.',
  },
  'requests.already-evaluated': {
    en: 'Your organization has already said what came of it.',
    ru: 'Ваша организация уже дала оценку.',
    uz: 'Tashkilotingiz bahosini allaqachon bergan.',
    kk: 'Ұйымыңыз бағасын беріп қойған.',
  },
});
