-- A federation over territorial associations and sectoral unions, a branch where the two meet, primary organizations
-- below the branches, and everybody a member of one.
CREATE TEMP TABLE seated AS
SELECT kind, i, pg_temp.id(kind, i) AS id, sectoral, territorial FROM (
  SELECT 'federation' AS kind, 1 AS i, NULL::uuid AS sectoral, NULL::uuid AS territorial
  UNION ALL SELECT 'territory', i, NULL, pg_temp.id('federation', 1) FROM generate_series(1, 14) i
  UNION ALL SELECT 'union', i, pg_temp.id('federation', 1), NULL FROM generate_series(1, 10) i
  UNION ALL SELECT 'branch', i, pg_temp.id('union', 1 + i % 10), pg_temp.id('territory', 1 + i / 10) FROM generate_series(0, 139) i
  UNION ALL SELECT 'primary', i, pg_temp.id('branch', i % 140), pg_temp.id('territory', 1 + i % 140 / 10)
  FROM generate_series(1, :organizations) i
) tree;

INSERT INTO organization (id, kind, country_code, time_zone, default_locale, sectoral_parent_id, territorial_parent_id, created_at)
SELECT id, CASE kind WHEN 'federation' THEN 'FEDERATION' WHEN 'territory' THEN 'TERRITORIAL_ASSOCIATION' WHEN 'union' THEN 'SECTORAL_UNION'
  WHEN 'branch' THEN 'REGIONAL_BRANCH' ELSE 'PRIMARY_ORGANIZATION' END::organization_kind,
  'UZ', 'Asia/Tashkent', 'uz', sectoral, territorial, timestamptz '2024-01-01Z'
FROM seated;

INSERT INTO organization_closure (ancestor_id, descendant_id)
WITH RECURSIVE line (ancestor_id, descendant_id) AS (
  SELECT id, id FROM seated
  UNION SELECT parent, line.descendant_id FROM line JOIN seated ON seated.id = line.ancestor_id, unnest(ARRAY[sectoral, territorial]) parent
  WHERE parent IS NOT NULL
)
SELECT ancestor_id, descendant_id FROM line;

INSERT INTO organization_name (organization_id, locale, name)
SELECT id, locale, name || ' ' || i FROM seated JOIN (VALUES
  ('federation', 'uz', 'Federatsiya'), ('federation', 'ru', 'Федерация'), ('federation', 'en', 'Federation'),
  ('territory', 'uz', 'Hududiy birlashma'), ('territory', 'ru', 'Территориальное объединение'), ('territory', 'en', 'Territorial association'),
  ('union', 'uz', 'Tarmoq kasaba uyushmasi'), ('union', 'ru', 'Отраслевой профсоюз'), ('union', 'en', 'Sectoral union'),
  ('branch', 'uz', 'Viloyat kengashi'), ('branch', 'ru', 'Областной филиал'), ('branch', 'en', 'Regional branch'),
  ('primary', 'uz', 'Boshlangʻich tashkilot'), ('primary', 'ru', 'Первичная организация'), ('primary', 'en', 'Primary organization')
) named (kind, locale, name) USING (kind);

INSERT INTO membership (id, organization_id, person_id, sort_name, started_on)
SELECT pg_temp.id('membership', i), pg_temp.id('primary', 1 + i % :organizations), id, sort_name, date '2024-01-01'
FROM generate_series(1, :persons) i JOIN person ON person.id = pg_temp.id('person', i);

-- Officers: person 1 of the federation, 2 to 15 of the territories, 16 to 25 of the unions, each for all below.
INSERT INTO role_grant (id, account_id, organization_id, role, scope, valid_from)
SELECT pg_temp.id('grant', i), pg_temp.id('account', i),
  CASE WHEN i = 1 THEN pg_temp.id('federation', 1) WHEN i <= 15 THEN pg_temp.id('territory', i - 1)
    WHEN i <= 25 THEN pg_temp.id('union', i - 15) ELSE pg_temp.id('primary', i - 25) END,
  CASE WHEN i = 1 THEN 'FEDERATION_ADMIN' ELSE 'ORGANIZATION_OFFICER' END::role, 'SUBTREE', timestamptz '2024-01-01Z'
FROM generate_series(1, 30) i;

-- And one of each academy, from person 31 on.
INSERT INTO role_grant (id, account_id, organization_id, role, scope, valid_from)
SELECT pg_temp.id('grant', 30 + i), pg_temp.id('account', 30 + i), pg_temp.id('academy', i), 'ACADEMY_ADMIN', 'SUBTREE',
  timestamptz '2024-01-01Z'
FROM generate_series(1, :academies) i;
