/** A course is written in all of them. */
const LANGUAGES = ['uz', 'ru', 'en'];

const COMMON = {
  en: 'safety training union labor law contract bargaining leader inspector health first aid pension wage dispute mediation women youth finance audit digital skills media strike council rights risk prevention welding crane school teacher miner railway energy power construction housing textile hospital migration insurance ethics history language practice course basics advanced certificate',
  ru: 'безопасность обучение профсоюз труд закон договор переговоры лидер инспектор здоровье помощь пенсия зарплата спор медиация женщины молодежь финансы аудит цифровые навыки медиа забастовка совет права риск профилактика сварка кран школа учитель шахтер железная дорога энергетика мощность строительство жилье текстиль больница миграция страхование этика история язык практика курс основы повышение свидетельство',
  uz: 'xavfsizlik taʼlim kasaba uyushmasi mehnat qonun shartnoma muzokara yetakchi inspektor salomatlik yordam pensiya ish haqi nizo vositachilik ayollar yoshlar moliya audit raqamli koʻnikma matbuot kengash huquq xavf oldini olish payvandlash kran maktab oʻqituvchi konchi temir yoʻl energetika quvvat qurilish uy-joy toʻqimachilik shifoxona migratsiya sugʻurta odob tarix til amaliyot kurs asoslar malaka sertifikat',
};

const SYLLABLES = {
  en: ['ba', 'cor', 'dem', 'fil', 'gan', 'hos', 'jil', 'lum', 'mer', 'nov', 'pra', 'tul', 'ven'],
  ru: ['ба', 'кор', 'дем', 'фил', 'ган', 'хос', 'жил', 'лум', 'мер', 'нов', 'пра', 'тул', 'вен'],
  uz: ['ba', 'qor', 'dem', 'gʻal', 'gan', 'hos', 'jil', 'lum', 'mer', 'nav', 'bra', 'toʻl', 'van'],
};

/** Some fifty words of the trade and two thousand made-up ones per language, the frequent ones first. */
export function vocabulary() {
  return LANGUAGES.flatMap((locale) => {
    const words = new Set([...COMMON[locale].split(' '), ...madeUp(SYLLABLES[locale])]);
    return [...words].map((word, place) => ({ locale, rank: place + 1, word }));
  });
}

function madeUp(syllables) {
  return syllables.flatMap((one) => syllables.flatMap((two) => syllables.map((three) => one + two + three)));
}
