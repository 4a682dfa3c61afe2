/** What is ours: in our schema, and not a part of an extension. */
const OWN_NAMESPACE = `(SELECT oid FROM pg_namespace WHERE nspname = current_schema())`;
const ours = (catalog: string, row: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = ${row}.oid AND deptype = 'e')`;

/** The book-keeping of the migrations themselves is no part of the design. */
const OWN_TABLE = `relnamespace = ${OWN_NAMESPACE} AND relkind IN ('r', 'p') AND relname <> 'migration'`;

export const TYPES = `
  SELECT typname AS owner, format('CREATE TYPE %I AS ENUM (%s)', typname,
    (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = type.oid)) AS definition
  FROM pg_type type WHERE typnamespace = ${OWN_NAMESPACE} AND typtype = 'e' AND ${ours('pg_type', 'type')}
  ORDER BY typname COLLATE "C"`;

export const FUNCTIONS = `
  SELECT proname AS owner, pg_get_functiondef(proc.oid) AS definition
  FROM pg_proc proc WHERE pronamespace = ${OWN_NAMESPACE} AND prokind IN ('f', 'p') AND ${ours('pg_proc', 'proc')}
  ORDER BY proname COLLATE "C", pg_get_function_identity_arguments(proc.oid)`;

export const TABLES = `
  SELECT quote_ident(relname) AS owner, '' AS definition FROM pg_class WHERE ${OWN_TABLE} ORDER BY relname COLLATE "C"`;

export const COLUMNS = `
  SELECT quote_ident(relname) AS owner, concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN 'NOT NULL' END,
    CASE attgenerated WHEN 's' THEN format('GENERATED ALWAYS AS (%s) STORED', pg_get_expr(adbin, adrelid))
      WHEN 'v' THEN format('GENERATED ALWAYS AS (%s) VIRTUAL', pg_get_expr(adbin, adrelid))
      ELSE 'DEFAULT ' || pg_get_expr(adbin, adrelid) END) AS definition
  FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
  LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE ${OWN_TABLE} ORDER BY relname COLLATE "C", attnum`;

/** Keys first, then what points elsewhere, then conditions. A column’s NOT NULL stands at the column. */
export const CONSTRAINTS = `
  SELECT quote_ident(relname) AS owner, format('CONSTRAINT %I %s', conname, pg_get_constraintdef(con.oid)) AS definition
  FROM pg_constraint con JOIN pg_class ON conrelid = pg_class.oid
  WHERE ${OWN_TABLE} AND contype IN ('p', 'u', 'f', 'c', 'x')
  ORDER BY relname COLLATE "C", position(contype::text IN 'pufcx'), conname COLLATE "C"`;

export const INDEXES = `
  SELECT quote_ident(relname) AS owner,
    replace(pg_get_indexdef(indexrelid), format(' ON %I.', current_schema()), ' ON ') AS definition
  FROM pg_index JOIN pg_class ON indrelid = pg_class.oid
  WHERE ${OWN_TABLE} AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
  ORDER BY relname COLLATE "C", indexrelid::regclass::text COLLATE "C"`;

export const TRIGGERS = `
  SELECT quote_ident(relname) AS owner,
    replace(pg_get_triggerdef(trigger.oid), format(' ON %I.', current_schema()), ' ON ') AS definition
  FROM pg_trigger trigger JOIN pg_class ON tgrelid = pg_class.oid
  WHERE ${OWN_TABLE} AND NOT tgisinternal ORDER BY relname COLLATE "C", tgname COLLATE "C"`;
