import { defineMessages } from '#platform';

defineMessages({
  'requests.request-not-accepted': {
    en: 'A curriculum is started once the proposal is accepted, and before the program is delivered.',
    ru: 'Учебную программу начинают после принятия предложения и до проведения обучения.',
    uz: 'Oʻquv dasturi taklif qabul qilingach va oʻqitishdan oldin boshlanadi.',
    kk: 'Оқу бағдарламасы ұсыныс қабылданғаннан кейін және оқытуға дейін басталады.',
  },
  'requests.curriculum-already-started': {
    en: 'A curriculum was already started for this request from the same one.',
    ru: 'Для этой заявки учебная программа уже начата на основе той же программы.',
    uz: 'Bu soʻrov uchun oʻquv dasturi ayni shu dastur asosida allaqachon boshlangan.',
    kk: 'Бұл өтінім үшін оқу бағдарламасы дәл осы бағдарлама негізінде басталған.',
  },
});
