/** Rows of the filled data to ask about, and tokens of those who ask. */
export async function readThings(client) {
  const { rows } = await client.query(`
    SELECT
      (SELECT id FROM course WHERE published_version_id IS NOT NULL ORDER BY id DESC LIMIT 1) AS "courseId",
      (SELECT slug FROM course WHERE published_version_id IS NOT NULL ORDER BY id DESC LIMIT 1) AS slug,
      (SELECT provider_id FROM course WHERE published_version_id IS NOT NULL ORDER BY id DESC LIMIT 1) AS "academyId",
      (SELECT offering_id FROM enrollment JOIN offering ON offering.id = offering_id WHERE status = 'OPEN'
       ORDER BY enrollment.id LIMIT 1) AS "offeringId",
      (SELECT id FROM organization WHERE kind = 'FEDERATION' ORDER BY id LIMIT 1) AS "federationId",
      (SELECT id FROM organization WHERE kind = 'SECTORAL_UNION' ORDER BY id LIMIT 1) AS "unionId",
      (SELECT id FROM organization WHERE kind = 'PRIMARY_ORGANIZATION' ORDER BY id LIMIT 1) AS "primaryId",
      (SELECT person_id FROM account WHERE email = 'person-1000@bench.example') AS "personId",
      (SELECT id FROM program_request ORDER BY id LIMIT 1) AS "requestId",
      (SELECT id FROM legal_act ORDER BY code LIMIT 1) AS "actId",
      (SELECT id FROM membership ORDER BY id LIMIT 1) AS "membershipId"`);
  // See organizations.sql: 1 is of the federation, 16 of the first union, 26 of the first primary organization.
  return { ...rows[0], admin: tokenOf(1), officer: tokenOf(16), primaryOfficer: tokenOf(26), learner: tokenOf(1_000) };
}

const tokenOf = (person) => `bench-token-${person}`;
