import { defineMessages } from '#platform';

defineMessages({
  'identity.sign-in-failed': {
    en: 'The e-mail address or the password is not right.',
    ru: 'Неверный адрес электронной почты или пароль.',
    uz: 'Elektron pochta manzili yoki parol notoʻgʻri.',
    kk: 'Электрондық пошта мекенжайы немесе құпиясөз қате.',
  },
  'identity.email-taken': {
    en: 'There is an account with this e-mail address already. Sign in instead.',
    ru: 'Учётная запись с этим адресом уже есть. Войдите в неё.',
    uz: 'Bu manzil bilan hisob allaqachon bor. Hisobingizga kiring.',
    kk: 'Бұл мекенжаймен тіркелгі бар. Жүйеге кіріңіз.',
  },
  'identity.organization-not-found': {
    en: 'There is no such organization, or you may not act in it.',
    ru: 'Такой организации нет, или у вас нет прав действовать в ней.',
    uz: 'Bunday tashkilot yoʻq yoki sizda unda ish yuritish huquqi yoʻq.',
    kk: 'Мұндай ұйым жоқ немесе сізде онда әрекет ету құқығы жоқ.',
  },
  'identity.account-not-found': {
    en: 'Nobody has an account with this e-mail address.',
    ru: 'Учётной записи с этим адресом нет.',
    uz: 'Bu manzil bilan hisob topilmadi.',
    kk: 'Бұл мекенжаймен тіркелгі табылмады.',
  },
  'identity.cannot-grant-to-self': {
    en: 'Nobody gives a role to themselves.',
    ru: 'Нельзя назначить роль самому себе.',
    uz: 'Oʻziga oʻzi rol berib boʻlmaydi.',
    kk: 'Өзіңізге рөл бере алмайсыз.',
  },
  'identity.grant-exceeds-own': {
    en: 'This role allows more than you may do there yourself.',
    ru: 'Эта роль даёт больше прав, чем есть у вас самих.',
    uz: 'Bu rol sizning oʻz huquqlaringizdan koʻproq huquq beradi.',
    kk: 'Бұл рөл өзіңіздің құқықтарыңыздан көп құқық береді.',
  },
  'identity.period-ends-before-start': {
    en: 'The period ends before it begins.',
    ru: 'Срок заканчивается раньше, чем начинается.',
    uz: 'Muddat boshlanishidan oldin tugaydi.',
    kk: 'Мерзім басталмай тұрып аяқталады.',
  },
  'identity.role-grant-not-found': {
    en: 'There is no such role to take back.',
    ru: 'Такого назначения нет.',
    uz: 'Bunday tayinlov yoʻq.',
    kk: 'Мұндай тағайындау жоқ.',
  },
});
