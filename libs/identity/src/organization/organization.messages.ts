import { defineMessages } from '#platform';

defineMessages({
  'identity.organization-closed': {
    en: 'This organization is closed; nothing can be done in it any more.',
    ru: 'Эта организация закрыта, действия в ней больше невозможны.',
    uz: 'Bu tashkilot yopilgan, unda endi ish yuritib boʻlmaydi.',
    kk: 'Бұл ұйым жабылған, онда енді әрекет жасау мүмкін емес.',
  },
  'identity.parent-needed': {
    en: 'The organization must stand below another one on at least one line.',
    ru: 'Организация должна входить хотя бы по одной линии в другую организацию.',
    uz: 'Tashkilot kamida bitta yoʻnalish boʻyicha boshqa tashkilotga boʻysunishi kerak.',
    kk: 'Ұйым кемінде бір желі бойынша басқа ұйымға бағынуы керек.',
  },
  'identity.cannot-stand-below': {
    en: 'On this line an organization of this kind does not stand below one of that kind.',
    ru: 'По этой линии организация такого вида не входит в организацию того вида.',
    uz: 'Bu yoʻnalishda bunday turdagi tashkilot oʻsha turdagi tashkilotga boʻysunmaydi.',
    kk: 'Бұл желі бойынша мұндай түрдегі ұйым ондай түрдегі ұйымға бағынбайды.',
  },
  'identity.move-makes-circle': {
    en: 'The organization would stand above itself: the new parent stands below it.',
    ru: 'Организация оказалась бы выше самой себя: новая вышестоящая входит в неё.',
    uz: 'Tashkilot oʻzidan yuqorida turib qolardi: yangi yuqori tashkilot unga boʻysunadi.',
    kk: 'Ұйым өзінен жоғары тұрып қалар еді: жаңа жоғары ұйым оған бағынады.',
  },
  'identity.successor-needed': {
    en: '{children, plural, one {# organization stands} other {# organizations stand}} directly below this one. Name a successor for them, or move them first.',
    ru: 'В эту организацию напрямую {children, plural, one {входит # организация} few {входят # организации} many {входит # организаций} other {входит # организации}}. Укажите правопреемника или сначала переведите их.',
    uz: 'Bu tashkilotga bevosita {children, plural, other {# ta tashkilot}} boʻysunadi. Ular uchun huquqiy vorisni koʻrsating yoki avval ularni koʻchiring.',
    kk: 'Бұл ұйымға тікелей {children, plural, other {# ұйым}} бағынады. Оларға құқықтық мирасқорды көрсетіңіз немесе алдымен оларды ауыстырыңыз.',
  },
  'identity.name-repeated': {
    en: 'There are two names in one language ({locale}).',
    ru: 'На одном языке указаны два названия ({locale}).',
    uz: 'Bitta tilda ikkita nom koʻrsatilgan ({locale}).',
    kk: 'Бір тілде екі атау көрсетілген ({locale}).',
  },
  'identity.day-in-future': {
    en: 'This day has not come yet.',
    ru: 'Этот день ещё не наступил.',
    uz: 'Bu kun hali kelmagan.',
    kk: 'Бұл күн әлі келген жоқ.',
  },
});
