-- Persons with an account and a sign-in each; the token of person 7 is bench-token-7.
INSERT INTO person (id, family_name, given_name, patronymic, sort_name)
SELECT id, family_name, given_name, patronymic, concat_ws(' ', family_name, given_name, patronymic)
FROM (SELECT pg_temp.id('person', i) AS id,
  initcap((ARRAY['kar','sul','nur','aza','bek','rah','tur','yul','ham','olim'])[1 + i % 10] || (ARRAY['imov','tanov','matov','ova','boyev','ayev'])[1 + i / 10 % 6]) AS family_name,
  (ARRAY['Anora','Botir','Dilnoza','Erkin','Farida','Gulnora','Husan','Iroda','Jasur','Kamola','Laziz','Malika'])[1 + i / 60 % 12] AS given_name,
  CASE WHEN i % 3 > 0 THEN 'Karimovich' END AS patronymic
FROM generate_series(1, :persons) i) named;

INSERT INTO account (id, person_id, email, password_hash)
SELECT pg_temp.id('account', i), pg_temp.id('person', i), 'person-' || i || '@bench.example', 'none'
FROM generate_series(1, :persons) i;

INSERT INTO sign_in (id, account_id, token_hash, expires_at)
SELECT pg_temp.id('sign-in', i), pg_temp.id('account', i), sha256(('bench-token-' || i)::bytea), now() + interval '30 days'
FROM generate_series(1, :persons) i;

INSERT INTO organization (id, kind, country_code, time_zone, default_locale)
SELECT pg_temp.id('academy', i), 'ACADEMY', 'UZ', 'Asia/Tashkent', 'uz' FROM generate_series(1, :academies) i;

INSERT INTO organization_closure (ancestor_id, descendant_id)
SELECT pg_temp.id('academy', i), pg_temp.id('academy', i) FROM generate_series(1, :academies) i;

INSERT INTO organization_name (organization_id, locale, name)
SELECT pg_temp.id('academy', i), locale, name || ' ' || i
FROM generate_series(1, :academies) i, (VALUES ('uz', 'Mehnat akademiyasi'), ('ru', 'Академия труда'), ('en', 'Academy of Labor')) named (locale, name);

INSERT INTO venue (id, organization_id, name, locality, country_code, time_zone)
SELECT pg_temp.id('venue', i), pg_temp.id('academy', i), 'Building ' || i,
  (ARRAY['Tashkent','Samarkand','Bukhara','Nukus','Fergana','Termez'])[1 + i % 6], 'UZ', 'Asia/Tashkent'
FROM generate_series(1, :academies) i;
