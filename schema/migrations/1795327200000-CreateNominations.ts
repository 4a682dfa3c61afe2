import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats reserved for organizations, people nominated for them, and approvals in layers. */
export class CreateNominations1795327200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createReservations(runner);
    await growOfferings(runner);
    await growEnrollments(runner);
    await createNominations(runner);
    await createApprovalSteps(runner);
    await guardApprovals(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER approved_by_somebody ON enrollment');
    await runner.query('DROP FUNCTION approved_by_somebody()');
    await runner.query('DROP TABLE approval_step');
    await runner.query('DROP TYPE skip_reason');
    await runner.query('DROP TYPE step_state');
    await runner.query('DROP TABLE nomination_line');
    await runner.query('DROP TABLE nomination');
    await shrinkEnrollments(runner);
    await runner.query('ALTER TABLE offering DROP CONSTRAINT offering_layers_ask');
    await runner.query('ALTER TABLE offering DROP CONSTRAINT offering_seats_fit');
    await runner.query(`
      ALTER TABLE offering
        DROP COLUMN reserved, DROP COLUMN held, DROP COLUMN approval_layers, DROP COLUMN asks_nominee_acceptance,
        ADD CONSTRAINT offering_seats_fit CHECK (confirmed >= 0 AND offered >= 0 AND confirmed + offered <= capacity)`);
    await runner.query('DROP TABLE seat_reservation');
    await runner.query('DROP FUNCTION reservation_cascade_adds_up()');
    await runner.query('DROP TYPE approval_layer');
  }
}

async function createReservations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE seat_reservation (
      id uuid PRIMARY KEY,
      offering_id uuid NOT NULL REFERENCES offering ON DELETE RESTRICT,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      parent_id uuid,
      path uuid[] NOT NULL,
      seats integer NOT NULL,
      named integer NOT NULL DEFAULT 0,
      unnamed integer NOT NULL,
      passed_down integer NOT NULL DEFAULT 0,
      release_on date,
      release_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT seat_reservation_in_offering UNIQUE (id, offering_id),
      CONSTRAINT seat_reservation_parent FOREIGN KEY (parent_id, offering_id)
        REFERENCES seat_reservation (id, offering_id) ON DELETE RESTRICT,
      CONSTRAINT reservation_adds_up
        CHECK (named >= 0 AND unnamed >= 0 AND passed_down >= 0 AND passed_down + named + unnamed = seats),
      CONSTRAINT reservation_release CHECK ((release_on IS NULL) = (release_at IS NULL)),
      CONSTRAINT reservation_path CHECK (path[cardinality(path)] = id AND (cardinality(path) > 1) = (parent_id IS NOT NULL))
    )`);
  await runner.query('CREATE INDEX seat_reservation_by_offering ON seat_reservation (offering_id, created_at, id)');
  await runner.query(
    'CREATE INDEX seat_reservation_by_organization ON seat_reservation (organization_id, offering_id)',
  );
  await runner.query('CREATE INDEX seat_reservation_by_parent ON seat_reservation (parent_id)');
  await runner.query('CREATE INDEX seat_reservation_release ON seat_reservation (release_at) WHERE unnamed > 0');

  // What an organization gave to those below is what they have: a check sees one row, so a trigger looks at the family.
  await runner.query(`
    CREATE FUNCTION reservation_cascade_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE broken uuid;
    BEGIN
      SELECT parent.id INTO broken FROM seat_reservation parent
      WHERE parent.id IN (NEW.id, NEW.parent_id) AND parent.passed_down <> (
        SELECT coalesce(sum(child.seats), 0) FROM seat_reservation child WHERE child.parent_id = parent.id)
      LIMIT 1;
      IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'reservation % gave away another number of seats than those below it have', broken
          USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_cascade_adds_up';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER reservation_cascade_adds_up AFTER INSERT OR UPDATE ON seat_reservation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reservation_cascade_adds_up()`);
}

async function growOfferings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TYPE approval_layer AS ENUM (
      'PRIMARY_ORGANIZATION', 'REGIONAL_BRANCH', 'TERRITORIAL_ASSOCIATION', 'SECTORAL_UNION', 'FEDERATION', 'PROVIDER'
    )`);
  await runner.query('ALTER TABLE offering DROP CONSTRAINT offering_seats_fit');
  await runner.query(`
    ALTER TABLE offering
      ADD COLUMN reserved integer NOT NULL DEFAULT 0,
      ADD COLUMN held integer NOT NULL DEFAULT 0,
      ADD COLUMN approval_layers approval_layer[] NOT NULL DEFAULT '{}',
      ADD COLUMN asks_nominee_acceptance boolean NOT NULL DEFAULT false,
      ADD CONSTRAINT offering_layers_ask CHECK (asks_approval OR cardinality(approval_layers) = 0),
      ADD CONSTRAINT offering_seats_fit CHECK (
        confirmed >= 0 AND offered >= 0 AND reserved >= 0 AND held >= 0
        AND confirmed + offered + reserved + held <= capacity)`);
}

async function growEnrollments(runner: QueryRunner): Promise<void> {
  for (const reason of ['NOMINATION_DECLINED', 'SUBSTITUTED']) {
    await runner.query(`ALTER TYPE release_reason ADD VALUE '${reason}'`);
  }
  await runner.query(`CREATE TYPE nominee_answer AS ENUM ('NOT_ASKED', 'PENDING', 'ACCEPTED', 'DECLINED')`);
  await runner.query('ALTER TABLE enrollment DROP CONSTRAINT nothing_due_while_waiting');
  await runner.query(`
    ALTER TABLE enrollment
      ADD COLUMN recommended_by_id uuid REFERENCES organization ON DELETE RESTRICT,
      ADD COLUMN nominee_answer nominee_answer NOT NULL DEFAULT 'NOT_ASKED',
      ADD COLUMN reservation_id uuid,
      ADD COLUMN holds_seat boolean NOT NULL DEFAULT false,
      ADD COLUMN replaces_id uuid REFERENCES enrollment ON DELETE RESTRICT,
      ADD CONSTRAINT enrollment_reservation FOREIGN KEY (reservation_id, offering_id)
        REFERENCES seat_reservation (id, offering_id) ON DELETE RESTRICT,
      ADD CONSTRAINT replaced_once UNIQUE (replaces_id),
      ADD CONSTRAINT nothing_due_while_waiting CHECK (
        seat NOT IN ('REQUESTED', 'WAITLISTED') OR payment = 'NOT_DUE' OR (holds_seat AND payment <> 'DUE')),
      ADD CONSTRAINT held_until_approved CHECK (NOT holds_seat OR seat = 'REQUESTED'),
      ADD CONSTRAINT nominee_answers_first CHECK (seat <> 'CONFIRMED' OR nominee_answer IN ('NOT_ASKED', 'ACCEPTED')),
      ADD CONSTRAINT nominee_has_recommender CHECK (
        recommended_by_id IS NOT NULL OR (nominee_answer = 'NOT_ASKED' AND reservation_id IS NULL)),
      ADD CONSTRAINT reserved_seat_is_had CHECK (
        reservation_id IS NULL OR seat NOT IN ('REQUESTED', 'WAITLISTED') OR holds_seat)`);
  await runner.query(`
    CREATE INDEX enrollment_by_reservation ON enrollment (reservation_id) WHERE reservation_id IS NOT NULL`);
  await runner.query(`
    CREATE INDEX enrollment_by_recommender ON enrollment (recommended_by_id, id) WHERE recommended_by_id IS NOT NULL`);
}

/** A value of an enum cannot be taken back, so its type is made anew; rows that used the values become cancellations. */
async function shrinkEnrollments(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE enrollment
      DROP COLUMN recommended_by_id, DROP COLUMN nominee_answer, DROP COLUMN reservation_id, DROP COLUMN replaces_id,
      DROP COLUMN holds_seat CASCADE`);
  await runner.query('DROP TYPE nominee_answer');
  await runner.query(`
    ALTER TABLE enrollment
      DROP CONSTRAINT IF EXISTS nothing_due_while_waiting,
      ADD CONSTRAINT nothing_due_while_waiting
        CHECK (seat NOT IN ('REQUESTED', 'WAITLISTED') OR payment = 'NOT_DUE')`);
  await runner.query('ALTER TYPE release_reason RENAME TO grown_release_reason');
  await runner.query(`
    CREATE TYPE release_reason AS ENUM (
      'CANCELLED_BY_PERSON', 'CANCELLED_BY_PROVIDER', 'APPROVAL_DECLINED', 'OFFER_DECLINED', 'OFFER_EXPIRED',
      'OFFERING_CANCELLED'
    )`);
  await runner.query(`
    ALTER TABLE enrollment ALTER COLUMN release_reason TYPE release_reason USING (
      CASE release_reason::text WHEN 'NOMINATION_DECLINED' THEN 'CANCELLED_BY_PERSON'
        WHEN 'SUBSTITUTED' THEN 'CANCELLED_BY_PROVIDER' ELSE release_reason::text END)::release_reason`);
  await runner.query('DROP TYPE grown_release_reason');
}

async function createNominations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE nomination (
      id uuid PRIMARY KEY,
      offering_id uuid NOT NULL REFERENCES offering ON DELETE RESTRICT,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      account_id uuid NOT NULL REFERENCES account ON DELETE RESTRICT,
      created_at timestamptz NOT NULL DEFAULT now()
    )`);
  await runner.query('CREATE INDEX nomination_by_organization ON nomination (organization_id, id)');
  await runner.query('CREATE INDEX nomination_by_offering ON nomination (offering_id, id)');
  await runner.query(`
    CREATE TABLE nomination_line (
      nomination_id uuid NOT NULL REFERENCES nomination ON DELETE CASCADE,
      position integer NOT NULL,
      person_id uuid NOT NULL,
      enrollment_id uuid REFERENCES enrollment ON DELETE RESTRICT,
      refusal jsonb,
      note text,
      PRIMARY KEY (nomination_id, position),
      CONSTRAINT line_is_answered CHECK ((enrollment_id IS NULL) = (refusal IS NOT NULL)),
      CONSTRAINT line_position CHECK (position BETWEEN 1 AND 100)
    )`);
  await runner.query(`
    CREATE INDEX nomination_line_by_enrollment ON nomination_line (enrollment_id) WHERE enrollment_id IS NOT NULL`);
}

async function createApprovalSteps(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TYPE step_state AS ENUM ('WAITING', 'PENDING', 'APPROVED', 'DECLINED', 'SKIPPED', 'VOID')`);
  await runner.query(`
    CREATE TYPE skip_reason AS ENUM ('ORGANIZATION_UNKNOWN', 'NO_SUCH_LAYER', 'NOBODY_TO_DECIDE')`);
  await runner.query(`
    CREATE TABLE approval_step (
      id uuid PRIMARY KEY,
      enrollment_id uuid NOT NULL REFERENCES enrollment ON DELETE CASCADE,
      position integer NOT NULL,
      layer approval_layer NOT NULL,
      organization_id uuid REFERENCES organization ON DELETE RESTRICT,
      state step_state NOT NULL,
      skip_reason skip_reason,
      asked_at timestamptz,
      due_at timestamptz,
      passed_on_at timestamptz,
      decided_at timestamptz,
      decided_by_account_id uuid REFERENCES account ON DELETE RESTRICT,
      motivation integer,
      relevance integer,
      preparedness integer,
      employer_agrees boolean,
      note text,
      CONSTRAINT approval_step_position UNIQUE (enrollment_id, position),
      CONSTRAINT step_asks_somebody CHECK (
        state NOT IN ('PENDING', 'APPROVED', 'DECLINED') OR (asked_at IS NOT NULL AND organization_id IS NOT NULL)),
      CONSTRAINT step_is_decided CHECK ((state IN ('APPROVED', 'DECLINED')) = (decided_at IS NOT NULL)),
      CONSTRAINT step_says_why_skipped CHECK ((state = 'SKIPPED') = (skip_reason IS NOT NULL)),
      CONSTRAINT step_says_why_declined CHECK (state <> 'DECLINED' OR note IS NOT NULL),
      CONSTRAINT step_marks CHECK (
        motivation BETWEEN 1 AND 5 AND relevance BETWEEN 1 AND 5 AND preparedness BETWEEN 1 AND 5)
    )`);
  await runner.query(`
    CREATE UNIQUE INDEX one_open_step ON approval_step (enrollment_id) WHERE state = 'PENDING'`);
  await runner.query(`
    CREATE INDEX approval_step_inbox ON approval_step (organization_id, asked_at, enrollment_id) WHERE state = 'PENDING'`);
  await runner.query(`CREATE INDEX approval_step_due ON approval_step (due_at) WHERE state = 'PENDING'`);

  // Until now the provider alone was asked.
  await runner.query(`
    INSERT INTO approval_step (id, enrollment_id, position, layer, organization_id, state, asked_at, decided_at, note)
    SELECT gen_random_uuid(), enrollment.id, 1, 'PROVIDER', offering.provider_id,
      CASE WHEN approval = 'PENDING' AND seat = 'RELEASED' THEN 'VOID' ELSE approval::text END::step_state,
      requested_at,
      CASE WHEN approval <> 'PENDING' THEN coalesce(confirmed_at, released_at, requested_at) END,
      CASE WHEN approval = 'DECLINED' THEN coalesce(enrollment.note, '–') END
    FROM enrollment JOIN offering ON offering.id = enrollment.offering_id WHERE approval <> 'NOT_NEEDED'`);
}

/** Nobody is approved whom nobody approved: asked of every transaction when it commits. */
async function guardApprovals(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION approved_by_somebody() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM approval_step WHERE enrollment_id = NEW.id AND state = 'APPROVED')
        OR EXISTS (
          SELECT FROM approval_step WHERE enrollment_id = NEW.id AND state IN ('WAITING', 'PENDING', 'DECLINED'))
      THEN
        RAISE EXCEPTION 'enrollment % is approved, and its steps do not say so', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_somebody';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER approved_by_somebody AFTER INSERT OR UPDATE OF approval ON enrollment
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.approval = 'APPROVED')
    EXECUTE FUNCTION approved_by_somebody()`);
}
