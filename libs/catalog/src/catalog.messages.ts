import { defineMessages } from '#platform';

defineMessages({
  'catalog.course-not-found': {
    en: 'There is no such course.',
    ru: 'Такого курса нет.',
    uz: 'Bunday kurs yoʻq.',
    kk: 'Мұндай курс жоқ.',
  },
  'catalog.course-not-published': {
    en: 'The course is not published yet.',
    ru: 'Курс ещё не опубликован.',
    uz: 'Kurs hali eʼlon qilinmagan.',
    kk: 'Курс әлі жарияланбаған.',
  },
  'catalog.course-retired': {
    en: 'The course is no longer taught.',
    ru: 'Этот курс больше не проводится.',
    uz: 'Bu kurs endi oʻtkazilmaydi.',
    kk: 'Бұл курс енді өткізілмейді.',
  },
  'catalog.course-changed-meanwhile': {
    en: 'Somebody changed the course after you opened it. Open it again and repeat your change.',
    ru: 'Пока вы работали, курс изменил кто-то другой. Откройте его заново и повторите правку.',
    uz: 'Siz ishlayotganda kursni boshqa kishi oʻzgartirdi. Uni qayta ochib, oʻzgartirishni takrorlang.',
    kk: 'Сіз жұмыс істеп жатқанда курсты басқа адам өзгертті. Оны қайта ашып, өзгерісіңізді қайталаңыз.',
  },
  'catalog.slug-taken': {
    en: 'Another course already has the address “{slug}”.',
    ru: 'Адрес «{slug}» уже занят другим курсом.',
    uz: '“{slug}” manzili boshqa kursga tegishli.',
    kk: '«{slug}» мекенжайы басқа курста бар.',
  },
  'catalog.translation-repeated': {
    en: 'The language {locale} comes more than once. Keep one text for each language.',
    ru: 'Язык {locale} указан больше одного раза. Оставьте по одному тексту на каждый язык.',
    uz: '{locale} tili bir necha marta berilgan. Har bir til uchun bitta matn qoldiring.',
    kk: '{locale} тілі бірнеше рет берілген. Әр тілге бір мәтін қалдырыңыз.',
  },
  'catalog.prerequisite-loop': {
    en: 'A course cannot come before itself: this prerequisite leads back to it.',
    ru: 'Курс не может предшествовать самому себе: это условие ведёт обратно к нему.',
    uz: 'Kurs oʻzidan oldin oʻtilishi mumkin emas: bu shart yana unga olib keladi.',
    kk: 'Курс өзінен бұрын өтілмейді: бұл талап оған қайта әкеледі.',
  },
  'catalog.prerequisite-not-found': {
    en: 'There is no such course to be taken before.',
    ru: 'Курса, который нужно пройти раньше, нет.',
    uz: 'Oldin oʻtilishi kerak boʻlgan kurs topilmadi.',
    kk: 'Алдын ала өтілуі тиіс курс табылмады.',
  },
  'catalog.nothing-to-publish': {
    en: 'Nothing has changed since the course was published.',
    ru: 'С момента публикации в курсе ничего не изменилось.',
    uz: 'Kurs eʼlon qilinganidan beri hech narsa oʻzgarmagan.',
    kk: 'Курс жарияланғаннан бері ештеңе өзгерген жоқ.',
  },
  'catalog.language-missing': {
    en: 'Say in which languages the course is taught.',
    ru: 'Укажите, на каких языках проводится курс.',
    uz: 'Kurs qaysi tillarda oʻtilishini koʻrsating.',
    kk: 'Курс қай тілдерде өтетінін көрсетіңіз.',
  },
  'catalog.translation-missing': {
    en: 'The course is taught in {locale}, so it needs a title in that language.',
    ru: 'Курс проводится на языке {locale}, поэтому нужно название на этом языке.',
    uz: 'Kurs {locale} tilida oʻtiladi, shuning uchun shu tilda nomi kerak.',
    kk: 'Курс {locale} тілінде өтеді, сондықтан сол тілде атауы керек.',
  },
  'catalog.workload-missing': {
    en: 'Say how many academic hours the course takes.',
    ru: 'Укажите, сколько академических часов занимает курс.',
    uz: 'Kurs necha akademik soat davom etishini koʻrsating.',
    kk: 'Курс неше академиялық сағатқа созылатынын көрсетіңіз.',
  },
  'catalog.outcome-missing': {
    en: 'Say at least one thing that a person can do after the course.',
    ru: 'Укажите хотя бы один результат: что человек сможет делать после курса.',
    uz: 'Kamida bitta natijani koʻrsating: kursdan keyin kishi nima qila oladi.',
    kk: 'Кемінде бір нәтижені көрсетіңіз: курстан кейін адам не істей алады.',
  },
  'catalog.outcome-translation-missing': {
    en: 'Learning outcome {position} has no text in {locale}, a language the course is taught in.',
    ru: 'У результата {position} нет текста на языке {locale}, на котором проводится курс.',
    uz: '{position}-natijaning kurs oʻtiladigan {locale} tilida matni yoʻq.',
    kk: '{position}-нәтиженің курс өтетін {locale} тілінде мәтіні жоқ.',
  },
  'catalog.prerequisite-not-published': {
    en: 'A course to be taken before is not in the catalog, so nobody could take it.',
    ru: 'Курса, который нужно пройти раньше, нет в каталоге: пройти его никто не сможет.',
    uz: 'Oldin oʻtilishi kerak boʻlgan kurs katalogda yoʻq, uni hech kim oʻta olmaydi.',
    kk: 'Алдын ала өтілуі тиіс курс каталогта жоқ, оны ешкім өте алмайды.',
  },
});
