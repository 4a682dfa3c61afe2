import { defineMessages } from '#platform';

defineMessages({
  'requests.request-not-accepted': {
    en: 'A curriculum is started once the proposal is accepted, and before the program is delivered.',
    ru: 'Учебную программу начинают после принятия предложения и до проведения обучения.',
    uz: 'Oʻquv dasturi taklif qabul qilingach va oʻqitishdan oldin boshlanadi.',
    kk: 'Оқу бағдарламасы ұсыныс қабылданғаннан кейін және оқытуға дейін басталады.',
  },
});
