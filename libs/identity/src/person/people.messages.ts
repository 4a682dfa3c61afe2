import { defineMessages } from '#platform';

defineMessages({
  'identity.person-unknown': {
    en: 'There is no such person, or you may not see them.',
    ru: 'Такого человека нет, или у вас нет права видеть его данные.',
    uz: 'Bunday shaxs yoʻq yoki uning maʼlumotlarini koʻrish huquqingiz yoʻq.',
    kk: 'Мұндай адам жоқ немесе оның деректерін көру құқығыңыз жоқ.',
  },
  'identity.membership-not-found': {
    en: 'There is no such membership, or you may not end it.',
    ru: 'Такого членства нет, или у вас нет права его прекратить.',
    uz: 'Bunday aʼzolik yoʻq yoki uni tugatish huquqingiz yoʻq.',
    kk: 'Мұндай мүшелік жоқ немесе оны тоқтату құқығыңыз жоқ.',
  },
  'identity.already-member': {
    en: 'This person is a member of the organization already.',
    ru: 'Этот человек уже состоит в организации.',
    uz: 'Bu shaxs allaqachon tashkilot aʼzosi.',
    kk: 'Бұл адам бұрыннан ұйым мүшесі.',
  },
  'identity.ends-before-start': {
    en: 'It would end before it began.',
    ru: 'Окончание оказалось бы раньше начала.',
    uz: 'Tugash kuni boshlanish kunidan oldin boʻlib qolardi.',
    kk: 'Аяқталу күні басталу күнінен бұрын болып қалар еді.',
  },
  'identity.names-in-same-script': {
    en: 'Both names are written in the same letters. Give the second one in the other script.',
    ru: 'Оба имени записаны одним алфавитом. Укажите второе другим алфавитом.',
    uz: 'Ikkala ism bir xil yozuvda. Ikkinchisini boshqa yozuvda kiriting.',
    kk: 'Екі есім де бір жазумен берілген. Екіншісін басқа жазумен енгізіңіз.',
  },
  'identity.national-number-wrong': {
    en: 'This number cannot be right. Check each digit.',
    ru: 'Такого номера быть не может. Проверьте каждую цифру.',
    uz: 'Bunday raqam boʻlishi mumkin emas. Har bir raqamni tekshiring.',
    kk: 'Мұндай нөмір болуы мүмкін емес. Әр цифрды тексеріңіз.',
  },
  'identity.national-number-taken': {
    en: 'This number belongs to another person whom you said to be somebody else.',
    ru: 'Этот номер принадлежит человеку, о котором вы указали, что это кто-то другой.',
    uz: 'Bu raqam siz boshqa odam deb koʻrsatgan shaxsga tegishli.',
    kk: 'Бұл нөмір сіз басқа адам деп көрсеткен адамға тиесілі.',
  },
  'identity.possible-duplicates': {
    en: '{count, plural, one {Somebody who may be the same person is known already.} other {# people who may be the same person are known already.}}',
    ru: '{count, plural, one {Найден # человек, который может быть тем же лицом.} few {Найдены # человека, которые могут быть тем же лицом.} many {Найдено # человек, которые могут быть тем же лицом.} other {Найдено # человека, которые могут быть тем же лицом.}}',
    uz: '{count, plural, other {Xuddi shu shaxs boʻlishi mumkin boʻlgan # kishi topildi.}}',
    kk: '{count, plural, other {Дәл сол адам болуы мүмкін # адам табылды.}}',
  },
  'identity.national-number-unusual': {
    en: '{doubt, select, LENGTH {The number is not as long as such numbers are.} CHECK_DIGIT {The last digit of the number does not fit the others.} BIRTH_DATE {The number tells another birth date than the one given.} other {The number looks unusual.}} It was kept; please check it.',
    ru: '{doubt, select, LENGTH {Длина номера необычна.} CHECK_DIGIT {Последняя цифра номера не соответствует остальным.} BIRTH_DATE {По номеру выходит другая дата рождения.} other {Номер выглядит необычно.}} Номер сохранён; проверьте его.',
    uz: '{doubt, select, LENGTH {Raqam uzunligi odatdagidek emas.} CHECK_DIGIT {Raqamning oxirgi belgisi qolganlariga mos emas.} BIRTH_DATE {Raqam boshqa tugʻilgan sanani koʻrsatadi.} other {Raqam gʻayrioddiy koʻrinadi.}} U saqlandi; tekshirib koʻring.',
    kk: '{doubt, select, LENGTH {Нөмірдің ұзындығы әдеттегідей емес.} CHECK_DIGIT {Нөмірдің соңғы цифры қалғандарына сәйкес емес.} BIRTH_DATE {Нөмір басқа туған күнді көрсетеді.} other {Нөмір әдеттен тыс көрінеді.}} Ол сақталды; тексеріп көріңіз.',
  },
  'identity.national-number-not-found': {
    en: 'There is no such number, or you may not read it.',
    ru: 'Такого номера нет, или у вас нет права его читать.',
    uz: 'Bunday raqam yoʻq yoki uni oʻqish huquqingiz yoʻq.',
    kk: 'Мұндай нөмір жоқ немесе оны оқу құқығыңыз жоқ.',
  },
  'identity.mandate-not-found': {
    en: 'There is no such office, or you may not end it.',
    ru: 'Такой должности нет, или у вас нет права прекратить полномочия.',
    uz: 'Bunday lavozim yoʻq yoki vakolatni tugatish huquqingiz yoʻq.',
    kk: 'Мұндай лауазым жоқ немесе өкілеттікті тоқтату құқығыңыз жоқ.',
  },
  'identity.mandate-overlaps': {
    en: 'The person holds this office during a part of that time already.',
    ru: 'Человек уже занимает эту должность в часть этого времени.',
    uz: 'Shaxs shu davrning bir qismida bu lavozimni allaqachon egallab turibdi.',
    kk: 'Адам сол мерзімнің бір бөлігінде бұл лауазымды бұрыннан атқарады.',
  },
});
