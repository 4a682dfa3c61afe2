import { defineMessages } from '#platform';

defineMessages({
  'enrollment.training-rule-not-found': {
    en: 'There is no such rule, or you may not change it.',
    ru: 'Такого правила нет, или у вас нет прав его менять.',
    uz: 'Bunday qoida yoʻq yoki uni oʻzgartirish huquqingiz yoʻq.',
    kk: 'Мұндай ереже жоқ немесе оны өзгертуге құқығыңыз жоқ.',
  },
  'enrollment.training-rule-ended': {
    en: 'This rule has ended. Create a new one instead.',
    ru: 'Это правило больше не действует. Создайте новое.',
    uz: 'Bu qoida tugagan. Oʻrniga yangisini yarating.',
    kk: 'Бұл ереженің мерзімі аяқталған. Оның орнына жаңасын жасаңыз.',
  },
  'enrollment.training-rule-changed-meanwhile': {
    en: 'Somebody has changed this rule since you read it. Read it again.',
    ru: 'Пока вы читали, правило изменили. Откройте его заново.',
    uz: 'Siz oʻqiganingizdan keyin qoida oʻzgartirilgan. Uni qayta oching.',
    kk: 'Сіз оқығаннан кейін ереже өзгертілген. Оны қайта ашыңыз.',
  },
  'enrollment.training-rule-ends-before-start': {
    en: 'A rule cannot end before it begins.',
    ru: 'Правило не может закончиться раньше, чем начнёт действовать.',
    uz: 'Qoida boshlanishidan oldin tugashi mumkin emas.',
    kk: 'Ереже басталмай тұрып аяқтала алмайды.',
  },
  'enrollment.refresh-too-soon': {
    en: 'It would have to be learned again before there was time to learn it once.',
    ru: 'Повторять пришлось бы раньше, чем истечёт срок первого обучения.',
    uz: 'Birinchi oʻqish muddati tugamasdan qayta oʻqishga toʻgʻri keladi.',
    kk: 'Алғашқы оқудың мерзімі бітпей жатып қайта оқуға тура келер еді.',
  },
  'enrollment.legal-requirement-unknown': {
    en: 'The legal register has no such requirement.',
    ru: 'В реестре правовых актов нет такого требования.',
    uz: 'Huquqiy hujjatlar reyestrida bunday talab yoʻq.',
    kk: 'Құқықтық актілер тізілімінде мұндай талап жоқ.',
  },
});
