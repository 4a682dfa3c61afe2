/** Rows of the filled data to ask about, and tokens of those who ask. */
export async function readThings(client) {
  const { rows } = await client.query(`
    SELECT
      (SELECT id FROM course WHERE published_version_id IS NOT NULL ORDER BY id DESC LIMIT 1) AS "courseId",
      (SELECT slug FROM course WHERE published_version_id IS NOT NULL ORDER BY id DESC LIMIT 1) AS slug,
      (SELECT provider_id FROM course WHERE published_version_id IS NOT NULL ORDER BY id DESC LIMIT 1) AS "academyId",
      (SELECT substring(email FROM '\\d+') FROM course JOIN role_grant ON organization_id = provider_id
       JOIN account ON account.id = account_id WHERE published_version_id IS NOT NULL ORDER BY course.id DESC LIMIT 1) AS teacher,
      (SELECT offering_id FROM enrollment JOIN offering ON offering.id = offering_id WHERE status = 'OPEN'
       ORDER BY enrollment.id LIMIT 1) AS "offeringId",
      (SELECT id FROM organization WHERE kind = 'FEDERATION' ORDER BY id LIMIT 1) AS "federationId",
      (SELECT id FROM organization WHERE kind = 'SECTORAL_UNION' ORDER BY id LIMIT 1) AS "unionId",
      (SELECT id FROM organization WHERE kind = 'PRIMARY_ORGANIZATION' ORDER BY id LIMIT 1) AS "primaryId",
      (SELECT person_id FROM account WHERE email = 'person-1000@bench.example') AS "personId",
      (SELECT id FROM program_request ORDER BY id LIMIT 1) AS "requestId",
      (SELECT id FROM legal_act ORDER BY code LIMIT 1) AS "actId",
      (SELECT id FROM membership ORDER BY id LIMIT 1) AS "membershipId"`);
  // See organizations.sql: 1 is of the federation, 16 of the first union, 26 of the first primary organization, 31 of the first academy.
  const [{ teacher, ...things }] = rows;
  const tokens = { admin: 1, officer: 16, primaryOfficer: 26, academyAdmin: teacher, learner: 1_000 };
  return { ...things, ...Object.fromEntries(Object.entries(tokens).map(([who, person]) => [who, tokenOf(person)])) };
}

const tokenOf = (person) => `bench-token-${person}`;
