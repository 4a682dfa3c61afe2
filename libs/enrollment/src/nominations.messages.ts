import { defineMessages } from '#platform';

defineMessages({
  'enrollment.nomination-file-not-found': {
    en: 'There is no such file, or you may not see it.',
    ru: 'Такого файла нет, или у вас нет права его видеть.',
    uz: 'Bunday fayl yoʻq yoki uni koʻrish huquqingiz yoʻq.',
    kk: 'Мұндай файл жоқ немесе оны көру құқығыңыз жоқ.',
  },
  'enrollment.nomination-file-not-ready': {
    en: '{status, select, AWAITING_FILE {The file has not come yet, or is being read.} FAILED {The file could not be read.} NOMINATED {The people of this file are nominated already.} other {Nobody whom the file names was found.}}',
    ru: '{status, select, AWAITING_FILE {Файл ещё не получен или читается.} FAILED {Файл не удалось прочитать.} NOMINATED {Люди из этого файла уже выдвинуты.} other {Никто из указанных в файле не найден.}}',
    uz: '{status, select, AWAITING_FILE {Fayl hali kelmagan yoki oʻqilmoqda.} FAILED {Faylni oʻqib boʻlmadi.} NOMINATED {Bu fayldagi odamlar allaqachon koʻrsatilgan.} other {Faylda koʻrsatilganlardan hech kim topilmadi.}}',
    kk: '{status, select, AWAITING_FILE {Файл әлі келген жоқ немесе оқылып жатыр.} FAILED {Файлды оқу мүмкін болмады.} NOMINATED {Бұл файлдағы адамдар ұсынылып қойған.} other {Файлда аталғандардан ешкім табылмады.}}',
  },
  'enrollment.reservation-used-up': {
    en: 'All reserved seats have names already.',
    ru: 'На все забронированные места уже есть люди.',
    uz: 'Band qilingan barcha oʻrinlarga odamlar koʻrsatilgan.',
    kk: 'Брондалған орындардың бәріне адам тағайындалған.',
  },
  'enrollment.no-answer-asked': {
    en: 'No answer is needed here.',
    ru: 'Ответ здесь не требуется.',
    uz: 'Bu yerda javob talab qilinmaydi.',
    kk: 'Мұнда жауап қажет емес.',
  },
  'enrollment.seat-reservation-not-found': {
    en: 'There is no such reservation, or you may not act on it.',
    ru: 'Такой брони нет, или у вас нет прав действовать с ней.',
    uz: 'Bunday band qilingan oʻrinlar yoʻq yoki sizda ular bilan ishlash huquqi yoʻq.',
    kk: 'Мұндай бронь жоқ немесе сізде онымен жұмыс істеу құқығы жоқ.',
  },
  'enrollment.not-enough-seats': {
    en: '{left, plural, =0 {No seat is} one {Only # seat is} other {Only # seats are}} left to give.',
    ru: '{left, plural, =0 {Свободных мест не осталось} one {Осталось только # место} few {Осталось только # места} many {Осталось только # мест} other {Осталось только # места}}.',
    uz: '{left, plural, =0 {Boʻsh oʻrin qolmagan} other {Faqat # ta oʻrin qolgan}}.',
    kk: '{left, plural, =0 {Бос орын қалмады} other {Тек # орын қалды}}.',
  },
  'enrollment.organization-not-below': {
    en: 'Seats are passed only to an organization below yours.',
    ru: 'Места передаются только нижестоящей организации.',
    uz: 'Oʻrinlar faqat quyi tashkilotga beriladi.',
    kk: 'Орындар тек төмен тұрған ұйымға беріледі.',
  },
  'enrollment.release-day-invalid': {
    en: 'Unused seats must go back later than today and by {latestAt, date, long}.',
    ru: 'Неиспользованные места должны вернуться позже сегодняшнего дня и не позднее {latestAt, date, long}.',
    uz: 'Foydalanilmagan oʻrinlar bugundan keyin va {latestAt, date, long} dan kechikmay qaytishi kerak.',
    kk: 'Пайдаланылмаған орындар бүгіннен кейін және {latestAt, date, long} күнінен кешікпей қайтуы керек.',
  },
  'enrollment.not-substitutable': {
    en: 'Only somebody whom an organization named, and who still has a place, can be replaced.',
    ru: 'Заменить можно только того, кого направила организация и чья запись ещё действует.',
    uz: 'Faqat tashkilot yuborgan va yozuvi hali amalda boʻlgan kishini almashtirish mumkin.',
    kk: 'Тек ұйым жіберген және жазбасы әлі күшінде адамды ауыстыруға болады.',
  },
  'enrollment.other-layer-asked': {
    en: 'Another organization is to decide now.',
    ru: 'Сейчас решение за другой организацией.',
    uz: 'Hozir qarorni boshqa tashkilot qabul qiladi.',
    kk: 'Қазір шешімді басқа ұйым қабылдайды.',
  },
  'enrollment.cannot-decide-own': {
    en: 'Nobody decides about their own place.',
    ru: 'О собственной записи решение не принимают.',
    uz: 'Hech kim oʻz yozuvi haqida qaror qabul qilmaydi.',
    kk: 'Ешкім өз жазбасы туралы шешім қабылдамайды.',
  },
  'enrollment.assessment-needed': {
    en: 'Assess the person: motivation, relevance and preparedness.',
    ru: 'Оцените кандидата: мотивацию, пользу для работы и подготовку.',
    uz: 'Nomzodni baholang: intilishi, ishiga foydasi va tayyorgarligi.',
    kk: 'Үміткерді бағалаңыз: ынтасын, жұмысқа пайдасын және дайындығын.',
  },
});
