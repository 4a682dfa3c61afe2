import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Venues and instructors, offerings with their sessions, and the places people have in them. */
export class CreateEnrollment1795305604000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createPlacesAndTeachers(runner);
    await createOfferings(runner);
    await createSessions(runner);
    await createEnrollments(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE enrollment');
    await runner.query('DROP TYPE release_reason');
    await runner.query('DROP TYPE payment_state');
    await runner.query('DROP TYPE seat_state');
    await runner.query('DROP TYPE approval_state');
    await runner.query('DROP TABLE session_instructor');
    await runner.query('DROP TABLE session');
    await runner.query('DROP TABLE offering');
    await runner.query('DROP TYPE delivery_mode');
    await runner.query('DROP TYPE offering_status');
    await runner.query('DROP TABLE instructor');
    await runner.query('DROP TABLE room');
    await runner.query('DROP TABLE venue');
  }
}

async function createPlacesAndTeachers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE venue (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      name text NOT NULL,
      locality text NOT NULL,
      address text,
      country_code text NOT NULL REFERENCES country ON DELETE RESTRICT,
      time_zone text NOT NULL
    )`);
  await runner.query('CREATE INDEX venue_by_organization ON venue (organization_id, id)');

  await runner.query(`
    CREATE TABLE room (
      id uuid PRIMARY KEY,
      venue_id uuid NOT NULL REFERENCES venue ON DELETE CASCADE,
      name text NOT NULL,
      seats integer,
      CONSTRAINT room_name_in_venue UNIQUE (venue_id, name),
      CONSTRAINT room_seats CHECK (seats > 0)
    )`);

  await runner.query(`
    CREATE TABLE instructor (
      id uuid PRIMARY KEY,
      organization_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
      CONSTRAINT instructor_once_per_organization UNIQUE (organization_id, person_id),
      CONSTRAINT instructor_person UNIQUE (id, person_id)
    )`);
}

async function createOfferings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TYPE offering_status AS ENUM ('TENTATIVE', 'OPEN', 'CLOSED', 'RUNNING', 'FINISHED', 'CANCELLED')`);
  await runner.query(`CREATE TYPE delivery_mode AS ENUM ('ON_SITE', 'ONLINE', 'BLENDED', 'RESIDENTIAL')`);
  await runner.query(`
    CREATE TABLE offering (
      id uuid PRIMARY KEY,
      course_id uuid NOT NULL REFERENCES course ON DELETE RESTRICT,
      course_version_id uuid NOT NULL REFERENCES course_version ON DELETE RESTRICT,
      provider_id uuid NOT NULL REFERENCES organization ON DELETE RESTRICT,
      status offering_status NOT NULL,
      mode delivery_mode NOT NULL,
      language text NOT NULL,
      time_zone text NOT NULL,
      venue_id uuid REFERENCES venue ON DELETE RESTRICT,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      opens_at timestamptz NOT NULL,
      closes_at timestamptz NOT NULL,
      capacity integer NOT NULL,
      minimum integer NOT NULL,
      waitlist_limit integer,
      asks_approval boolean NOT NULL,
      asks_acceptance boolean NOT NULL,
      price_amount numeric(19,4),
      price_currency text,
      confirmed integer NOT NULL DEFAULT 0,
      offered integer NOT NULL DEFAULT 0,
      waiting integer NOT NULL DEFAULT 0,
      last_queue_number integer NOT NULL DEFAULT 0,
      cancel_reason text,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT offering_seats_fit CHECK (confirmed >= 0 AND offered >= 0 AND confirmed + offered <= capacity),
      CONSTRAINT offering_queue_counts CHECK (waiting >= 0 AND last_queue_number >= 0),
      CONSTRAINT offering_capacity CHECK (capacity BETWEEN 1 AND 100000 AND minimum BETWEEN 0 AND capacity),
      CONSTRAINT offering_waitlist_limit CHECK (waitlist_limit IS NULL OR waitlist_limit >= 0),
      CONSTRAINT offering_period CHECK (starts_at < ends_at),
      CONSTRAINT offering_window CHECK (opens_at < closes_at AND closes_at <= ends_at),
      CONSTRAINT offering_price CHECK ((price_amount IS NULL) = (price_currency IS NULL) AND price_amount >= 0)
    )`);
  await runner.query('CREATE INDEX offering_by_course ON offering (course_id, starts_at, id)');
  await runner.query('CREATE INDEX offering_by_start ON offering (starts_at, id)');
  await runner.query('CREATE INDEX offering_by_provider ON offering (provider_id, starts_at, id)');
}

async function createSessions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE session (
      id uuid PRIMARY KEY,
      offering_id uuid NOT NULL REFERENCES offering ON DELETE CASCADE,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      room_id uuid REFERENCES room ON DELETE RESTRICT,
      takes_place boolean NOT NULL DEFAULT true,
      CONSTRAINT session_as_taught UNIQUE (id, starts_at, ends_at, takes_place),
      CONSTRAINT session_period CHECK (starts_at < ends_at),
      CONSTRAINT room_in_one_session_at_a_time
        EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
        WHERE (takes_place AND room_id IS NOT NULL)
    )`);
  await runner.query('CREATE INDEX session_by_offering ON session (offering_id, starts_at)');

  // The times stand here too, because an exclusion constraint sees one table; the foreign key keeps them the same.
  await runner.query(`
    CREATE TABLE session_instructor (
      session_id uuid NOT NULL,
      instructor_id uuid NOT NULL,
      person_id uuid NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      takes_place boolean NOT NULL,
      PRIMARY KEY (session_id, instructor_id),
      CONSTRAINT session_instructor_times FOREIGN KEY (session_id, starts_at, ends_at, takes_place)
        REFERENCES session (id, starts_at, ends_at, takes_place) ON DELETE CASCADE ON UPDATE CASCADE,
      CONSTRAINT session_instructor_person FOREIGN KEY (instructor_id, person_id)
        REFERENCES instructor (id, person_id) ON DELETE RESTRICT,
      CONSTRAINT instructor_in_one_session_at_a_time
        EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (takes_place)
    )`);
}

async function createEnrollments(runner: QueryRunner): Promise<void> {
  await runner.query(`CREATE TYPE approval_state AS ENUM ('NOT_NEEDED', 'PENDING', 'APPROVED', 'DECLINED')`);
  await runner.query(`CREATE TYPE seat_state AS ENUM ('REQUESTED', 'WAITLISTED', 'OFFERED', 'CONFIRMED', 'RELEASED')`);
  await runner.query(`CREATE TYPE payment_state AS ENUM ('NOT_DUE', 'DUE', 'PARTLY_PAID', 'PAID', 'REFUNDED')`);
  await runner.query(`
    CREATE TYPE release_reason AS ENUM (
      'CANCELLED_BY_PERSON', 'CANCELLED_BY_PROVIDER', 'APPROVAL_DECLINED', 'OFFER_DECLINED', 'OFFER_EXPIRED',
      'OFFERING_CANCELLED'
    )`);
  await runner.query(`
    CREATE TABLE enrollment (
      id uuid PRIMARY KEY,
      offering_id uuid NOT NULL REFERENCES offering ON DELETE RESTRICT,
      person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
      approval approval_state NOT NULL,
      seat seat_state NOT NULL,
      payment payment_state NOT NULL,
      queue_number integer,
      priority integer NOT NULL DEFAULT 0,
      offer_expires_at timestamptz,
      requested_at timestamptz NOT NULL DEFAULT now(),
      confirmed_at timestamptz,
      released_at timestamptz,
      release_reason release_reason,
      note text,
      CONSTRAINT seat_only_when_approved
        CHECK (seat IN ('REQUESTED', 'RELEASED') OR approval IN ('NOT_NEEDED', 'APPROVED')),
      CONSTRAINT request_waits_for_approval CHECK (seat <> 'REQUESTED' OR approval = 'PENDING'),
      CONSTRAINT offer_has_an_end CHECK ((seat = 'OFFERED') = (offer_expires_at IS NOT NULL)),
      CONSTRAINT who_waits_has_a_number CHECK (seat NOT IN ('REQUESTED', 'WAITLISTED') OR queue_number IS NOT NULL),
      CONSTRAINT nothing_due_while_waiting CHECK (seat NOT IN ('REQUESTED', 'WAITLISTED') OR payment = 'NOT_DUE'),
      CONSTRAINT release_has_a_reason CHECK ((seat = 'RELEASED') = (release_reason IS NOT NULL))
    )`);
  await runner.query(`
    CREATE UNIQUE INDEX one_active_enrollment ON enrollment (offering_id, person_id) WHERE seat <> 'RELEASED'`);
  await runner.query(`
    CREATE UNIQUE INDEX queue_number_once ON enrollment (offering_id, queue_number) WHERE queue_number IS NOT NULL`);
  await runner.query(`
    CREATE INDEX enrollment_queue ON enrollment (offering_id, priority, queue_number) WHERE seat = 'WAITLISTED'`);
  await runner.query('CREATE INDEX enrollment_by_person ON enrollment (person_id, id)');
  await runner.query('CREATE INDEX enrollment_by_offering ON enrollment (offering_id, id)');
  await runner.query(`
    CREATE INDEX enrollment_pending ON enrollment (offering_id, id)
    WHERE approval = 'PENDING' AND seat = 'REQUESTED'`);
  await runner.query(`
    CREATE INDEX enrollment_offer_expiry ON enrollment (offer_expires_at) WHERE seat = 'OFFERED'`);
}
