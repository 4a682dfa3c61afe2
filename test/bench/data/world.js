/** People who press: no more than a run needs, however many there are. */
const PERSONS = 300_000;

/** What requests are made of. Tokens are those of people.sql. */
export async function readWorld(client) {
  const rows = (sql, values) => client.query(sql, values).then((result) => result.rows);
  const persons = await rows(
    `SELECT person_id AS "personId", account.id AS "accountId", 'bench-token-' || substring(email FROM '\\d+') AS token
     FROM account WHERE email LIKE '%@bench.example' ORDER BY account.id LIMIT $1`,
    [PERSONS],
  );
  const offerings = await rows(`SELECT id, capacity, mode FROM offering WHERE status = 'OPEN' ORDER BY id`);
  const ids = (kind) => offerings.filter(kind).map(({ id }) => id);
  const isSpecial = ({ mode }) => mode === 'ONLINE';
  return {
    persons,
    offerings: ids((offering) => !isSpecial(offering)),
    hot: ids((offering) => isSpecial(offering) && offering.capacity > 2),
    small: ids((offering) => isSpecial(offering) && offering.capacity === 2),
  };
}
