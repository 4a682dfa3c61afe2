import { defineMessages } from '#platform';

defineMessages({
  'reference.unknown-code': {
    en: `{list, select,
      SECTORS {There is no sector with the code {code}.}
      ROLES {There is no training role with the code {code}.}
      COUNTRIES {There is no country with the code {code}.}
      SUBDIVISIONS {There is no region with the code {code}.}
      LANGUAGES {The language {code} is not in the list.}
      TIME_ZONES {The time zone {code} is not in the list.}
      other {The currency {code} is not in the list.}}`,
    ru: `{list, select,
      SECTORS {Отрасли с кодом {code} нет.}
      ROLES {Роли с кодом {code} нет.}
      COUNTRIES {Страны с кодом {code} нет.}
      SUBDIVISIONS {Региона с кодом {code} нет.}
      LANGUAGES {Языка {code} нет в списке.}
      TIME_ZONES {Часового пояса {code} нет в списке.}
      other {Валюты {code} нет в списке.}}`,
    uz: `{list, select,
      SECTORS {{code} kodli soha yoʻq.}
      ROLES {{code} kodli vazifa yoʻq.}
      COUNTRIES {{code} kodli mamlakat yoʻq.}
      SUBDIVISIONS {{code} kodli hudud yoʻq.}
      LANGUAGES {{code} tili roʻyxatda yoʻq.}
      TIME_ZONES {{code} vaqt mintaqasi roʻyxatda yoʻq.}
      other {{code} valyutasi roʻyxatda yoʻq.}}`,
    kk: `{list, select,
      SECTORS {{code} коды бар сала жоқ.}
      ROLES {{code} коды бар рөл жоқ.}
      COUNTRIES {{code} коды бар ел жоқ.}
      SUBDIVISIONS {{code} коды бар өңір жоқ.}
      LANGUAGES {{code} тілі тізімде жоқ.}
      TIME_ZONES {{code} уақыт белдеуі тізімде жоқ.}
      other {{code} валютасы тізімде жоқ.}}`,
  },
});
