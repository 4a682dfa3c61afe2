-- Printed by `npm run schema` from a freshly migrated database. To change it, write a migration.

CREATE TYPE alignment_coverage AS ENUM ('COVERS', 'COVERS_PARTLY', 'NOT_APPLICABLE');

CREATE TYPE alignment_state AS ENUM ('CURRENT', 'TO_BE_RECHECKED');

CREATE TYPE approval_layer AS ENUM ('PRIMARY_ORGANIZATION', 'REGIONAL_BRANCH', 'TERRITORIAL_ASSOCIATION', 'SECTORAL_UNION', 'FEDERATION', 'PROVIDER');

CREATE TYPE approval_state AS ENUM ('NOT_NEEDED', 'PENDING', 'APPROVED', 'DECLINED');

CREATE TYPE completion AS ENUM ('COMPLETED', 'NOT_COMPLETED');

CREATE TYPE contact_kind AS ENUM ('EMAIL', 'PHONE', 'WEBSITE', 'ADDRESS', 'MESSENGER');

CREATE TYPE course_kind AS ENUM ('ADVANCED_TRAINING', 'MASTER_CLASS', 'ACADEMY_COURSE', 'SEMINAR', 'SCHOOL', 'RESIDENTIAL', 'EXPERIENCE_EXCHANGE');

CREATE TYPE course_stage AS ENUM ('DRAFT', 'PUBLISHED', 'RETIRED');

CREATE TYPE delivery_mode AS ENUM ('ON_SITE', 'ONLINE', 'BLENDED', 'RESIDENTIAL');

CREATE TYPE file_fault AS ENUM ('EMPTY', 'BROKEN', 'OLD_FORMAT', 'NOT_A_TABLE', 'QUOTE_NOT_CLOSED', 'TOO_LARGE_UNPACKED', 'TOO_MANY_ROWS', 'NAMES_NOT_FOUND');

CREATE TYPE file_format AS ENUM ('CSV', 'XLSX');

CREATE TYPE grant_scope AS ENUM ('SELF', 'SUBTREE');

CREATE TYPE language_role AS ENUM ('STATE', 'OFFICIAL', 'REGIONAL', 'INTERETHNIC', 'WIDELY_USED', 'PLANNED');

CREATE TYPE legal_act_status AS ENUM ('IN_FORCE', 'ADOPTED', 'DOUBTFUL', 'UNKNOWN', 'REPEALED');

CREATE TYPE legal_area AS ENUM ('LABOR', 'TRADE_UNIONS', 'OSH', 'OSH_TRAINING', 'EDUCATION', 'QUALIFICATIONS', 'PERSONAL_DATA');

CREATE TYPE legal_unit AS ENUM ('MONTHS', 'HOURS', 'ACADEMIC_HOURS');

CREATE TYPE mandate_basis AS ENUM ('ELECTED', 'APPOINTED');

CREATE TYPE member_import_status AS ENUM ('AWAITING_FILE', 'READING', 'READY', 'FAILED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'EXPIRED');

CREATE TYPE national_number_type AS ENUM ('PERSONAL_NUMBER', 'PASSPORT');

CREATE TYPE nomination_file_status AS ENUM ('AWAITING_FILE', 'READY', 'FAILED', 'NOMINATED');

CREATE TYPE nominee_answer AS ENUM ('NOT_ASKED', 'PENDING', 'ACCEPTED', 'DECLINED');

CREATE TYPE notice_kind AS ENUM ('SEAT_CONFIRMED', 'WAITLISTED', 'SEAT_OFFERED', 'SEAT_OFFER_ENDED', 'PLACE_RELEASED', 'APPROVAL_REQUESTED', 'REMINDER', 'NOMINEE_WITHDREW', 'COMPLETION_RECORDED', 'TRAINING_DUE', 'TRAINING_LATE', 'PROGRAM_REQUEST_TURN', 'PROGRAM_REQUEST_NEWS', 'PROGRAM_REQUEST_REPLY', 'NOMINATION_WITHDRAWN', 'TRAINING_DIGEST');

CREATE TYPE offering_status AS ENUM ('TENTATIVE', 'OPEN', 'CLOSED', 'RUNNING', 'FINISHED', 'CANCELLED');

CREATE TYPE organization_kind AS ENUM ('FEDERATION', 'TERRITORIAL_ASSOCIATION', 'SECTORAL_UNION', 'REGIONAL_BRANCH', 'PRIMARY_ORGANIZATION', 'ACADEMY');

CREATE TYPE override_kind AS ENUM ('REPLACE', 'ADD', 'DROP', 'CHANGE_HOURS', 'OTHER_TEXTS');

CREATE TYPE payment_state AS ENUM ('NOT_DUE', 'DUE', 'PARTLY_PAID', 'PAID', 'REFUNDED');

CREATE TYPE program_request_act AS ENUM ('DRAFT', 'REVISE', 'SUBMIT', 'SUPPORT', 'WITHDRAW_SUPPORT', 'TAKE', 'DECLINE', 'MERGE', 'PROPOSE', 'ACCEPT', 'RETURN', 'SCHEDULE', 'DELIVER', 'EVALUATE', 'WITHDRAW');

CREATE TYPE program_request_outcome_reached AS ENUM ('REACHED', 'PARTLY', 'NOT_REACHED');

CREATE TYPE program_request_proposal_status AS ENUM ('OPEN', 'ACCEPTED', 'RETURNED', 'REVISED', 'CLOSED');

CREATE TYPE program_request_side AS ENUM ('REQUESTER', 'ACADEMY');

CREATE TYPE program_request_stage AS ENUM ('DRAFT', 'SUBMITTED', 'IN_TRIAGE', 'PROPOSED', 'RETURNED', 'ACCEPTED', 'SCHEDULED', 'DELIVERED', 'EVALUATED', 'DECLINED', 'WITHDRAWN', 'MERGED');

CREATE TYPE ratification_status AS ENUM ('RATIFIED', 'NOT_RATIFIED', 'NONE_FOUND', 'UNDER_WAY');

CREATE TYPE release_reason AS ENUM ('CANCELLED_BY_PERSON', 'CANCELLED_BY_PROVIDER', 'APPROVAL_DECLINED', 'OFFER_DECLINED', 'OFFER_EXPIRED', 'OFFERING_CANCELLED', 'NOMINATION_DECLINED', 'SUBSTITUTED', 'NOMINATION_WITHDRAWN');

CREATE TYPE requirement_kind AS ENUM ('AUDIENCE', 'BAR', 'COLLECTION_LIMIT', 'COMPETENCE_MAP', 'CONSENT', 'CONTENT', 'CONTENT_SPLIT', 'CROSS_BORDER', 'DATA_LOCALIZATION', 'DATA_SUBJECT_RIGHT', 'DEFINITION', 'DELIVERY_MODE', 'DOCUMENT', 'EMPLOYER_DUTY', 'FRAMEWORK', 'INITIAL_DEADLINE', 'MIN_HOURS', 'PROVIDER', 'PUBLIC_CONTROL', 'RECERT_INTERVAL', 'REGISTRATION', 'ROLE', 'SECURITY_LEVEL');

CREATE TYPE role AS ENUM ('FEDERATION_ADMIN', 'ACADEMY_ADMIN', 'COURSE_EDITOR', 'ENROLLMENT_OFFICER', 'ORGANIZATION_OFFICER', 'PERSONAL_DATA_OFFICER');

CREATE TYPE row_outcome AS ENUM ('NEW', 'MATCH', 'DUPLICATE', 'ERROR');

CREATE TYPE rule_basis AS ENUM ('OWN_CHOICE', 'LEGAL_REQUIREMENT');

CREATE TYPE seat_state AS ENUM ('REQUESTED', 'WAITLISTED', 'OFFERED', 'CONFIRMED', 'RELEASED');

CREATE TYPE skip_reason AS ENUM ('ORGANIZATION_UNKNOWN', 'NO_SUCH_LAYER', 'NOBODY_TO_DECIDE');

CREATE TYPE step_state AS ENUM ('WAITING', 'PENDING', 'APPROVED', 'DECLINED', 'SKIPPED', 'VOID');

CREATE TYPE text_direction AS ENUM ('LTR', 'RTL');

CREATE TYPE training_document AS ENUM ('ATTENDANCE', 'COMPLETION', 'KNOWLEDGE_CHECK', 'QUALIFICATION');

CREATE TYPE training_mode AS ENUM ('IN_PERSON', 'ONLINE');

CREATE TYPE training_provider AS ENUM ('ACADEMY', 'TRAINING_CENTER', 'OSH_SERVICE_PROVIDER', 'EMPLOYER');

CREATE TYPE training_role_group AS ENUM ('AUDIENCE', 'OFFICER', 'SPECIALIST', 'ACTIVIST', 'EDUCATOR', 'OCCUPATION', 'EXTERNAL');

CREATE TYPE training_role_level AS ENUM ('ANY', 'PRIMARY', 'REGIONAL', 'TERRITORIAL', 'SECTORAL', 'NATIONAL', 'ACADEMY', 'EMPLOYER', 'EMPLOYER_OR_UNION');

CREATE TYPE verification AS ENUM ('VERIFIED', 'PARTLY', 'UNVERIFIED');

CREATE TYPE weekday AS ENUM ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY');

CREATE OR REPLACE FUNCTION public.approved_by_somebody()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF NOT EXISTS (SELECT FROM approval_step WHERE enrollment_id = NEW.id AND state = 'APPROVED')
        OR EXISTS (
          SELECT FROM approval_step WHERE enrollment_id = NEW.id AND state IN ('WAITING', 'PENDING', 'DECLINED'))
      THEN
        RAISE EXCEPTION 'enrollment % is approved, and its steps do not say so', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_by_somebody';
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.facets_of(kind course_kind, sectors text[], languages text[], countries text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT kind::text || ';' || array_to_string(sectors, ',') || ';' || array_to_string(languages, ',')
      || ';' || array_to_string(countries, ',')
  $function$;

CREATE OR REPLACE FUNCTION public.forget_what_was_told()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        DELETE FROM notice WHERE account_id = OLD.id;
        DELETE FROM calendar_sequence WHERE account_id = OLD.id;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION public.give_curriculum_code()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        NEW.code := CASE
          WHEN NEW.base_id IS NULL THEN 'C-' || nextval('curriculum_number')
          ELSE (SELECT code FROM curriculum WHERE id = NEW.base_id) || '-' || NEW.country_code
        END;
        RETURN NEW;
      END $function$;

CREATE OR REPLACE FUNCTION public.name_membership()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    SELECT sort_name INTO NEW.sort_name FROM person WHERE id = NEW.person_id;
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.name_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    NEW.sort_name := concat_ws(' ', NEW.family_name, NEW.given_name, NEW.patronymic);
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.note_writing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    NEW.written := pg_current_xact_id();
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.raise_version_of_demand()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        UPDATE program_request_demand_version SET version = version + 1;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION public.raise_version_of_duties()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        -- Once in a transaction, however many rows it changed.
        IF coalesce(current_setting('odaq.duties_raised', true), '') = '' THEN
          UPDATE training_duty_version SET version = version + 1 WHERE share = pg_backend_pid() % 64;
          PERFORM set_config('odaq.duties_raised', 'yes', true);
        END IF;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION public.raise_version_of_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        -- Once in a transaction, however many rows it changed.
        IF coalesce(current_setting('odaq.members_raised', true), '') = '' THEN
          UPDATE membership_version SET version = version + 1 WHERE share = pg_backend_pid() % 64;
          PERFORM set_config('odaq.members_raised', 'yes', true);
        END IF;
        RETURN NULL;
      END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_published_curriculum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF OLD.published_at IS NOT NULL THEN
      RAISE EXCEPTION 'what was published is immutable'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_curriculum_is_immutable', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_of_published_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF OLD.published_at IS NOT NULL THEN
      RAISE EXCEPTION 'a published course version is immutable'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_version_is_immutable', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_under_published_curriculum()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    changed record;
    published timestamptz;
  BEGIN
    FOREACH changed IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW] WHEN 'DELETE' THEN ARRAY[OLD] ELSE ARRAY[OLD, NEW] END
    LOOP
      EXECUTE format('SELECT published_at FROM %I WHERE id = $1 FOR SHARE', TG_ARGV[0])
        INTO published USING changed.version_id;
      IF published IS NOT NULL THEN
        RAISE EXCEPTION 'what was published is immutable'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_curriculum_is_immutable', TABLE = TG_TABLE_NAME;
      END IF;
    END LOOP;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change_under_published_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    changed record;
    published timestamptz;
  BEGIN
    FOREACH changed IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[NEW] WHEN 'DELETE' THEN ARRAY[OLD] ELSE ARRAY[OLD, NEW] END
    LOOP
      IF TG_TABLE_NAME = 'course_outcome_translation' THEN
        SELECT version.published_at INTO published FROM course_version version
        JOIN course_outcome outcome ON outcome.version_id = version.id
        WHERE outcome.id = changed.outcome_id FOR SHARE OF version;
      ELSE
        SELECT version.published_at INTO published FROM course_version version
        WHERE version.id = changed.version_id FOR SHARE OF version;
      END IF;
      IF published IS NOT NULL THEN
        RAISE EXCEPTION 'a published course version is immutable'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'published_version_is_immutable', TABLE = TG_TABLE_NAME;
      END IF;
    END LOOP;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $function$;

CREATE OR REPLACE FUNCTION public.refuse_own_prerequisite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT 1 FROM course_version WHERE id = NEW.version_id AND course_id = NEW.required_course_id) THEN
      RAISE EXCEPTION 'a course is not its own prerequisite'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'course_is_not_its_own_prerequisite', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.refuse_to_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
      END $function$;

CREATE OR REPLACE FUNCTION public.refuse_variant_of_variant()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT 1 FROM curriculum WHERE id = NEW.base_id AND base_id IS NOT NULL) THEN
      RAISE EXCEPTION 'a variant follows a base, not another variant'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'variant_follows_a_base', TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.reservation_cascade_adds_up()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
    END $function$;

CREATE OR REPLACE FUNCTION public.tell_of_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        PERFORM pg_notify('odaq_changed', '');
        RETURN NULL;
      END $function$;

CREATE TABLE account (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  email text NOT NULL,
  password_hash text NOT NULL,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX account_email ON account USING btree (email);
CREATE UNIQUE INDEX one_account_per_person ON account USING btree (person_id);
CREATE TRIGGER forget_what_was_told AFTER DELETE ON account FOR EACH ROW EXECUTE FUNCTION forget_what_was_told();

CREATE TABLE alignment (
  id uuid NOT NULL,
  curriculum_id uuid NOT NULL,
  module_id uuid NOT NULL,
  requirement_id uuid NOT NULL,
  act_id uuid NOT NULL,
  requirement_code text NOT NULL,
  coverage alignment_coverage NOT NULL,
  hours numeric(6,2),
  reason text,
  state alignment_state NOT NULL DEFAULT 'CURRENT'::alignment_state,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  outcome_id uuid,
  CONSTRAINT alignment_pkey PRIMARY KEY (id),
  CONSTRAINT alignment_act_id_fkey FOREIGN KEY (act_id) REFERENCES legal_act(id) ON DELETE RESTRICT,
  CONSTRAINT alignment_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id) ON DELETE RESTRICT,
  CONSTRAINT alignment_module_id_fkey FOREIGN KEY (module_id) REFERENCES curriculum_module(id) ON DELETE RESTRICT,
  CONSTRAINT alignment_outcome_of_module FOREIGN KEY (outcome_id, module_id) REFERENCES curriculum_outcome(id, module_id) ON DELETE RESTRICT,
  CONSTRAINT alignment_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES legal_requirement(id) ON DELETE RESTRICT,
  CONSTRAINT alignment_hours_of_a_part CHECK (((hours IS NULL) OR ((hours > (0)::numeric) AND ((coverage = 'COVERS_PARTLY'::alignment_coverage) OR ((coverage = 'COVERS'::alignment_coverage) AND (outcome_id IS NOT NULL)))))),
  CONSTRAINT alignment_reason_fits CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 1000))),
  CONSTRAINT not_applicable_says_why CHECK (((coverage <> 'NOT_APPLICABLE'::alignment_coverage) OR (reason IS NOT NULL)))
);
CREATE INDEX alignment_by_act ON alignment USING btree (act_id, id);
CREATE INDEX alignment_by_requirement ON alignment USING btree (requirement_id);
CREATE UNIQUE INDEX one_alignment_of_module_and_requirement ON alignment USING btree (curriculum_id, module_id, act_id, requirement_code) WHERE (outcome_id IS NULL);
CREATE UNIQUE INDEX one_alignment_of_outcome_and_requirement ON alignment USING btree (curriculum_id, outcome_id, act_id, requirement_code) WHERE (outcome_id IS NOT NULL);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON alignment FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE approval_step (
  id uuid NOT NULL,
  enrollment_id uuid NOT NULL,
  "position" integer NOT NULL,
  layer approval_layer NOT NULL,
  organization_id uuid,
  state step_state NOT NULL,
  skip_reason skip_reason,
  asked_at timestamp with time zone,
  due_at timestamp with time zone,
  passed_on_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by_account_id uuid,
  motivation integer,
  relevance integer,
  preparedness integer,
  employer_agrees boolean,
  note text,
  CONSTRAINT approval_step_pkey PRIMARY KEY (id),
  CONSTRAINT approval_step_position UNIQUE (enrollment_id, "position"),
  CONSTRAINT approval_step_decided_by_account_id_fkey FOREIGN KEY (decided_by_account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT approval_step_enrollment_id_fkey FOREIGN KEY (enrollment_id) REFERENCES enrollment(id) ON DELETE CASCADE,
  CONSTRAINT approval_step_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT step_asks_somebody CHECK (((state <> ALL (ARRAY['PENDING'::step_state, 'APPROVED'::step_state, 'DECLINED'::step_state])) OR ((asked_at IS NOT NULL) AND (organization_id IS NOT NULL)))),
  CONSTRAINT step_is_decided CHECK (((state = ANY (ARRAY['APPROVED'::step_state, 'DECLINED'::step_state])) = (decided_at IS NOT NULL))),
  CONSTRAINT step_marks CHECK ((((motivation >= 1) AND (motivation <= 5)) AND ((relevance >= 1) AND (relevance <= 5)) AND ((preparedness >= 1) AND (preparedness <= 5)))),
  CONSTRAINT step_says_why_declined CHECK (((state <> 'DECLINED'::step_state) OR (note IS NOT NULL))),
  CONSTRAINT step_says_why_skipped CHECK (((state = 'SKIPPED'::step_state) = (skip_reason IS NOT NULL)))
);
CREATE INDEX approval_step_due ON approval_step USING btree (due_at) WHERE (state = 'PENDING'::step_state);
CREATE INDEX approval_step_inbox ON approval_step USING btree (organization_id, asked_at, enrollment_id) WHERE (state = 'PENDING'::step_state);
CREATE UNIQUE INDEX one_open_step ON approval_step USING btree (enrollment_id) WHERE (state = 'PENDING'::step_state);

CREATE TABLE attempt (
  key character varying(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT attempt_pkey PRIMARY KEY (key)
);
CREATE INDEX attempt_expire ON attempt USING btree (expire);

CREATE TABLE audit_entry (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  account_id uuid,
  on_behalf_of_person_id uuid,
  act text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT "PK_58a130a4b9da189f46ba2a01801" PRIMARY KEY (id)
);
CREATE INDEX audit_entry_account ON audit_entry USING btree (account_id, id);
CREATE INDEX audit_entry_subject ON audit_entry USING btree (subject_type, subject_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();

CREATE TABLE calendar_sequence (
  account_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  sequence integer NOT NULL,
  CONSTRAINT calendar_sequence_pkey PRIMARY KEY (account_id, subject_id)
);

CREATE TABLE catalog_entry (
  course_id uuid NOT NULL,
  version_id uuid NOT NULL,
  stage course_stage NOT NULL,
  slug text NOT NULL,
  provider_id uuid NOT NULL,
  kind course_kind NOT NULL,
  version_number integer NOT NULL,
  academic_hours numeric(7,2),
  minutes_per_academic_hour smallint,
  workload_source text,
  published_at timestamp with time zone,
  shown_at timestamp with time zone NOT NULL,
  sector_codes text[] NOT NULL,
  role_codes text[] NOT NULL,
  country_codes text[] NOT NULL,
  languages text[] NOT NULL,
  texts jsonb NOT NULL,
  words tsvector NOT NULL,
  facets text NOT NULL GENERATED ALWAYS AS (facets_of(kind, sector_codes, languages, country_codes)) STORED,
  written xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT catalog_entry_pkey PRIMARY KEY (course_id),
  CONSTRAINT catalog_entry_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE CASCADE,
  CONSTRAINT catalog_entry_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE INDEX catalog_codes ON catalog_entry USING gin (sector_codes, role_codes, country_codes, languages);
CREATE INDEX catalog_entry_version ON catalog_entry USING btree (version_id);
CREATE INDEX catalog_facets ON catalog_entry USING btree (course_id) INCLUDE (kind, sector_codes, languages, country_codes) WHERE (stage = 'PUBLISHED'::course_stage);
CREATE INDEX catalog_newest ON catalog_entry USING btree (shown_at DESC, course_id DESC) WHERE (stage = 'PUBLISHED'::course_stage);
CREATE INDEX catalog_newest_of_kind ON catalog_entry USING btree (kind, shown_at DESC, course_id DESC) WHERE (stage = 'PUBLISHED'::course_stage);
CREATE INDEX catalog_newest_of_provider ON catalog_entry USING btree (provider_id, shown_at DESC, course_id DESC);
CREATE INDEX catalog_unpublished_of_provider ON catalog_entry USING btree (provider_id, shown_at DESC, course_id DESC) WHERE (NOT (stage = 'PUBLISHED'::course_stage));
CREATE INDEX catalog_words ON catalog_entry USING gin (words);
CREATE INDEX catalog_written ON catalog_entry USING btree (written);
CREATE TRIGGER note_writing BEFORE INSERT OR UPDATE ON catalog_entry FOR EACH ROW EXECUTE FUNCTION note_writing();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON catalog_entry FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE catalog_title (
  course_id uuid NOT NULL,
  locale text NOT NULL,
  title_key text NOT NULL,
  CONSTRAINT catalog_title_pkey PRIMARY KEY (course_id, locale),
  CONSTRAINT catalog_title_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE CASCADE
);
CREATE INDEX catalog_by_title ON catalog_title USING btree (locale, title_key, course_id);

CREATE TABLE catalog_word (
  word text NOT NULL,
  CONSTRAINT catalog_word_pkey PRIMARY KEY (word)
);
CREATE INDEX catalog_similar_words ON catalog_word USING gin (word gin_trgm_ops) WHERE ((length(word) >= 4) AND (word !~ '[0-9]'::text));

CREATE TABLE completion_line (
  sheet_id uuid NOT NULL,
  "position" integer NOT NULL,
  enrollment_id uuid NOT NULL,
  completion completion,
  completed_on date,
  reason text,
  refusal jsonb,
  CONSTRAINT completion_line_pkey PRIMARY KEY (sheet_id, "position"),
  CONSTRAINT completion_line_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES completion_sheet(id) ON DELETE CASCADE,
  CONSTRAINT completion_line_day CHECK (((completed_on IS NULL) OR (NOT (completion IS DISTINCT FROM 'COMPLETED'::completion)))),
  CONSTRAINT completion_line_position CHECK ((("position" >= 1) AND ("position" <= 100)))
);
CREATE INDEX completion_line_by_enrollment ON completion_line USING btree (enrollment_id);

CREATE TABLE completion_sheet (
  id uuid NOT NULL,
  offering_id uuid NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT completion_sheet_pkey PRIMARY KEY (id),
  CONSTRAINT completion_sheet_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT completion_sheet_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE RESTRICT
);
CREATE INDEX completion_sheet_by_offering ON completion_sheet USING btree (offering_id, id);

CREATE TABLE convention_ratification (
  convention_id uuid NOT NULL,
  country_code text NOT NULL,
  status ratification_status NOT NULL,
  date text,
  source text NOT NULL,
  verification verification NOT NULL,
  note text,
  CONSTRAINT convention_ratification_pkey PRIMARY KEY (convention_id, country_code),
  CONSTRAINT convention_ratification_convention_id_fkey FOREIGN KEY (convention_id) REFERENCES ilo_convention(id) ON DELETE CASCADE,
  CONSTRAINT convention_ratification_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT convention_ratification_date CHECK ((date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text))
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON convention_ratification FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE country (
  code text NOT NULL,
  alpha3 text NOT NULL,
  "numeric" text NOT NULL,
  names jsonb NOT NULL,
  official_name_en text NOT NULL,
  currency_code text NOT NULL,
  calling_code text NOT NULL,
  mobile_digits integer NOT NULL,
  week_start weekday NOT NULL,
  weekend weekday[] NOT NULL,
  calendars text[] NOT NULL,
  note text,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT country_pkey PRIMARY KEY (code),
  CONSTRAINT country_currency_code_fkey FOREIGN KEY (currency_code) REFERENCES currency(code) ON DELETE RESTRICT,
  CONSTRAINT country_code_is_alpha_2 CHECK ((code ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT country_name_is_never_blank CHECK ((COALESCE((names ->> 'en'::text), ''::text) <> ''::text))
);

CREATE TABLE country_language (
  country_code text NOT NULL,
  tag text NOT NULL,
  "position" integer NOT NULL,
  role language_role NOT NULL,
  note text,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT country_language_pkey PRIMARY KEY (country_code, tag),
  CONSTRAINT country_language_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT country_language_tag_fkey FOREIGN KEY (tag) REFERENCES language(tag) ON DELETE RESTRICT
);

CREATE TABLE country_time_zone (
  country_code text NOT NULL,
  time_zone text NOT NULL,
  "position" integer NOT NULL,
  retired_at timestamp with time zone,
  CONSTRAINT country_time_zone_pkey PRIMARY KEY (country_code, time_zone),
  CONSTRAINT country_time_zone_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT
);

CREATE TABLE course (
  id uuid NOT NULL,
  provider_id uuid NOT NULL,
  slug text NOT NULL,
  published_version_id uuid,
  retired_at timestamp with time zone,
  retired_reason text,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT course_pkey PRIMARY KEY (id),
  CONSTRAINT course_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT course_published_version_id_fkey FOREIGN KEY (published_version_id) REFERENCES course_version(id) ON DELETE RESTRICT,
  CONSTRAINT course_retirement_reason_needs_retirement CHECK (((retired_at IS NOT NULL) OR (retired_reason IS NULL))),
  CONSTRAINT course_slug_is_plain CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100)))
);
CREATE INDEX course_provider ON course USING btree (provider_id);
CREATE UNIQUE INDEX one_course_per_slug ON course USING btree (slug);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON course FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE course_country (
  version_id uuid NOT NULL,
  country_code text NOT NULL,
  CONSTRAINT course_country_pkey PRIMARY KEY (version_id, country_code),
  CONSTRAINT course_country_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT course_country_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_country FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_language (
  version_id uuid NOT NULL,
  locale text NOT NULL,
  CONSTRAINT course_language_pkey PRIMARY KEY (version_id, locale),
  CONSTRAINT course_language_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT course_language_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_language FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_outcome (
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  "position" smallint NOT NULL,
  CONSTRAINT course_outcome_pkey PRIMARY KEY (id),
  CONSTRAINT course_outcome_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX course_outcome_position ON course_outcome USING btree (version_id, "position");
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_outcome FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_outcome_translation (
  outcome_id uuid NOT NULL,
  locale text NOT NULL,
  text text NOT NULL,
  CONSTRAINT course_outcome_translation_pkey PRIMARY KEY (outcome_id, locale),
  CONSTRAINT course_outcome_translation_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT course_outcome_translation_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES course_outcome(id) ON DELETE CASCADE,
  CONSTRAINT course_outcome_text_fits CHECK (((char_length(text) >= 1) AND (char_length(text) <= 500)))
);
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_outcome_translation FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_prerequisite (
  version_id uuid NOT NULL,
  required_course_id uuid NOT NULL,
  CONSTRAINT course_prerequisite_pkey PRIMARY KEY (version_id, required_course_id),
  CONSTRAINT course_prerequisite_required_course_id_fkey FOREIGN KEY (required_course_id) REFERENCES course(id) ON DELETE RESTRICT,
  CONSTRAINT course_prerequisite_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE INDEX course_prerequisite_for ON course_prerequisite USING btree (required_course_id);
CREATE TRIGGER course_is_not_its_own_prerequisite BEFORE INSERT OR UPDATE ON course_prerequisite FOR EACH ROW EXECUTE FUNCTION refuse_own_prerequisite();
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_prerequisite FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_role (
  version_id uuid NOT NULL,
  role_code text NOT NULL,
  CONSTRAINT course_role_pkey PRIMARY KEY (version_id, role_code),
  CONSTRAINT course_role_role_code_fkey FOREIGN KEY (role_code) REFERENCES training_role(code) ON DELETE RESTRICT,
  CONSTRAINT course_role_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_role FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_sector (
  version_id uuid NOT NULL,
  sector_code text NOT NULL,
  CONSTRAINT course_sector_pkey PRIMARY KEY (version_id, sector_code),
  CONSTRAINT course_sector_sector_code_fkey FOREIGN KEY (sector_code) REFERENCES sector(code) ON DELETE RESTRICT,
  CONSTRAINT course_sector_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE
);
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_sector FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_translation (
  version_id uuid NOT NULL,
  locale text NOT NULL,
  "position" smallint NOT NULL,
  title text NOT NULL,
  summary text,
  description text,
  CONSTRAINT course_translation_pkey PRIMARY KEY (version_id, locale),
  CONSTRAINT course_translation_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT course_translation_version_id_fkey FOREIGN KEY (version_id) REFERENCES course_version(id) ON DELETE CASCADE,
  CONSTRAINT course_description_fits CHECK (((char_length(description) >= 1) AND (char_length(description) <= 20000))),
  CONSTRAINT course_summary_fits CHECK (((char_length(summary) >= 1) AND (char_length(summary) <= 2000))),
  CONSTRAINT course_title_fits CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
CREATE UNIQUE INDEX course_translation_position ON course_translation USING btree (version_id, "position");
CREATE TRIGGER published_version_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON course_translation FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_version();

CREATE TABLE course_version (
  id uuid NOT NULL,
  course_id uuid NOT NULL,
  number integer NOT NULL,
  kind course_kind NOT NULL,
  academic_hours numeric(7,2),
  minutes_per_academic_hour smallint,
  workload_source text,
  published_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT course_version_pkey PRIMARY KEY (id),
  CONSTRAINT course_version_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE RESTRICT,
  CONSTRAINT academic_hour_in_minutes CHECK (((minutes_per_academic_hour >= 30) AND (minutes_per_academic_hour <= 90))),
  CONSTRAINT academic_hours_in_bounds CHECK (((academic_hours >= 0.5) AND (academic_hours <= (10000)::numeric))),
  CONSTRAINT course_version_number_counts_from_one CHECK ((number >= 1)),
  CONSTRAINT published_version_has_workload CHECK (((published_at IS NULL) OR (academic_hours IS NOT NULL))),
  CONSTRAINT workload_is_whole CHECK (((academic_hours IS NULL) = (minutes_per_academic_hour IS NULL))),
  CONSTRAINT workload_source_needs_workload CHECK (((academic_hours IS NOT NULL) OR (workload_source IS NULL)))
);
CREATE UNIQUE INDEX course_version_number ON course_version USING btree (course_id, number);
CREATE UNIQUE INDEX one_draft_per_course ON course_version USING btree (course_id) WHERE (published_at IS NULL);
CREATE TRIGGER published_version_is_immutable BEFORE DELETE OR UPDATE ON course_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_version();

CREATE TABLE currency (
  code text NOT NULL,
  "numeric" text NOT NULL,
  decimals integer NOT NULL,
  display_decimals integer NOT NULL,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT currency_pkey PRIMARY KEY (code),
  CONSTRAINT currency_code_is_iso_4217 CHECK ((code ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT currency_decimals_are_few CHECK ((((decimals >= 0) AND (decimals <= 4)) AND ((display_decimals >= 0) AND (display_decimals <= 4))))
);

CREATE TABLE curriculum (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  published_version_id uuid,
  revision integer NOT NULL DEFAULT 1,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  base_id uuid,
  country_code text,
  code text NOT NULL,
  CONSTRAINT curriculum_pkey PRIMARY KEY (id),
  CONSTRAINT curriculum_base_id_fkey FOREIGN KEY (base_id) REFERENCES curriculum(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT curriculum_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_published_version_id_fkey FOREIGN KEY (published_version_id) REFERENCES curriculum_version(id) ON DELETE RESTRICT,
  CONSTRAINT variant_has_base_and_country CHECK (((base_id IS NULL) = (country_code IS NULL)))
);
CREATE UNIQUE INDEX curriculum_code ON curriculum USING btree (code);
CREATE INDEX curriculum_newest ON curriculum USING btree (created_at, id);
CREATE INDEX curriculum_owner ON curriculum USING btree (owner_id);
CREATE UNIQUE INDEX one_variant_per_country ON curriculum USING btree (base_id, country_code);
CREATE TRIGGER curriculum_has_a_code BEFORE INSERT ON curriculum FOR EACH ROW EXECUTE FUNCTION give_curriculum_code();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON curriculum FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER variant_follows_a_base BEFORE INSERT OR UPDATE OF base_id ON curriculum FOR EACH ROW EXECUTE FUNCTION refuse_variant_of_variant();

CREATE TABLE curriculum_module (
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  newest_version_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT curriculum_module_pkey PRIMARY KEY (id),
  CONSTRAINT curriculum_module_newest_version_id_fkey FOREIGN KEY (newest_version_id) REFERENCES curriculum_module_version(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_module_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organization(id) ON DELETE RESTRICT
);
CREATE INDEX curriculum_module_owner ON curriculum_module USING btree (owner_id);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON curriculum_module FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE curriculum_module_course (
  version_id uuid NOT NULL,
  course_id uuid NOT NULL,
  CONSTRAINT curriculum_module_course_pkey PRIMARY KEY (version_id, course_id),
  CONSTRAINT curriculum_module_course_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_module_course_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_module_version(id) ON DELETE CASCADE
);
CREATE INDEX curriculum_module_of_course ON curriculum_module_course USING btree (course_id);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_module_course FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_module_version');

CREATE TABLE curriculum_module_outcome (
  version_id uuid NOT NULL,
  "position" smallint NOT NULL,
  locale text NOT NULL,
  text text NOT NULL,
  outcome_id uuid NOT NULL,
  CONSTRAINT curriculum_module_outcome_pkey PRIMARY KEY (version_id, "position", locale),
  CONSTRAINT curriculum_module_outcome_once UNIQUE (version_id, outcome_id, locale),
  CONSTRAINT curriculum_module_outcome_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT curriculum_module_outcome_outcome_id_fkey FOREIGN KEY (outcome_id) REFERENCES curriculum_outcome(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_module_outcome_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_module_version(id) ON DELETE CASCADE,
  CONSTRAINT curriculum_module_outcome_text_fits CHECK (((char_length(text) >= 1) AND (char_length(text) <= 500)))
);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_module_outcome FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_module_version');

CREATE TABLE curriculum_module_translation (
  version_id uuid NOT NULL,
  locale text NOT NULL,
  "position" smallint NOT NULL,
  title text NOT NULL,
  summary text,
  CONSTRAINT curriculum_module_translation_pkey PRIMARY KEY (version_id, locale),
  CONSTRAINT curriculum_module_translation_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT curriculum_module_translation_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_module_version(id) ON DELETE CASCADE,
  CONSTRAINT curriculum_module_summary_fits CHECK (((char_length(summary) >= 1) AND (char_length(summary) <= 2000))),
  CONSTRAINT curriculum_module_title_fits CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_module_translation FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_module_version');

CREATE TABLE curriculum_module_version (
  id uuid NOT NULL,
  module_id uuid NOT NULL,
  number integer NOT NULL,
  lecture_hours numeric(6,2) NOT NULL,
  practice_hours numeric(6,2) NOT NULL,
  self_study_hours numeric(6,2) NOT NULL,
  assessment_hours numeric(6,2) NOT NULL,
  hours_source text,
  published_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT curriculum_module_version_pkey PRIMARY KEY (id),
  CONSTRAINT curriculum_module_version_module_id_fkey FOREIGN KEY (module_id) REFERENCES curriculum_module(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_module_hours_in_bounds CHECK (((lecture_hours >= (0)::numeric) AND (practice_hours >= (0)::numeric) AND (self_study_hours >= (0)::numeric) AND (assessment_hours >= (0)::numeric) AND (((((lecture_hours + practice_hours) + self_study_hours) + assessment_hours) >= 0.5) AND ((((lecture_hours + practice_hours) + self_study_hours) + assessment_hours) <= (2000)::numeric))))
);
CREATE UNIQUE INDEX curriculum_module_version_number ON curriculum_module_version USING btree (module_id, number);
CREATE UNIQUE INDEX curriculum_module_version_of ON curriculum_module_version USING btree (module_id, id);
CREATE TRIGGER published_curriculum_is_immutable BEFORE DELETE OR UPDATE ON curriculum_module_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_curriculum();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON curriculum_module_version FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE curriculum_outcome (
  id uuid NOT NULL,
  module_id uuid NOT NULL,
  CONSTRAINT curriculum_outcome_pkey PRIMARY KEY (id),
  CONSTRAINT curriculum_outcome_of_module UNIQUE (id, module_id),
  CONSTRAINT curriculum_outcome_module_id_fkey FOREIGN KEY (module_id) REFERENCES curriculum_module(id) ON DELETE RESTRICT
);

CREATE TABLE curriculum_override (
  version_id uuid NOT NULL,
  module_id uuid NOT NULL,
  kind override_kind NOT NULL,
  module_version_id uuid,
  hours jsonb,
  is_elective boolean NOT NULL DEFAULT false,
  requirement_id uuid,
  reason text,
  added_at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT curriculum_override_pkey PRIMARY KEY (version_id, module_id, kind),
  CONSTRAINT curriculum_override_module_id_fkey FOREIGN KEY (module_id) REFERENCES curriculum_module(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_override_module_version_id_fkey FOREIGN KEY (module_version_id) REFERENCES curriculum_module_version(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_override_requirement_id_fkey FOREIGN KEY (requirement_id) REFERENCES legal_requirement(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_override_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_version(id) ON DELETE CASCADE,
  CONSTRAINT override_names_a_module CHECK (((kind = ANY (ARRAY['REPLACE'::override_kind, 'ADD'::override_kind])) = (module_version_id IS NOT NULL))),
  CONSTRAINT override_names_hours CHECK (((kind = 'CHANGE_HOURS'::override_kind) = (hours IS NOT NULL))),
  CONSTRAINT override_reason_fits CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 1000)))
);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_override FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON curriculum_override FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE curriculum_override_translation (
  version_id uuid NOT NULL,
  module_id uuid NOT NULL,
  locale text NOT NULL,
  "position" smallint NOT NULL,
  title text NOT NULL,
  summary text,
  CONSTRAINT curriculum_override_translation_pkey PRIMARY KEY (version_id, module_id, locale),
  CONSTRAINT curriculum_override_translation_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT curriculum_override_translation_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_version(id) ON DELETE CASCADE,
  CONSTRAINT override_summary_fits CHECK (((char_length(summary) >= 1) AND (char_length(summary) <= 2000))),
  CONSTRAINT override_title_fits CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_override_translation FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');

CREATE TABLE curriculum_placement (
  version_id uuid NOT NULL,
  module_id uuid NOT NULL,
  module_version_id uuid NOT NULL,
  "position" smallint NOT NULL,
  is_elective boolean NOT NULL,
  CONSTRAINT curriculum_placement_pkey PRIMARY KEY (version_id, module_id),
  CONSTRAINT curriculum_placement_position UNIQUE (version_id, "position"),
  CONSTRAINT curriculum_placement_module_id_module_version_id_fkey FOREIGN KEY (module_id, module_version_id) REFERENCES curriculum_module_version(module_id, id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_placement_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_version(id) ON DELETE CASCADE
);
CREATE INDEX curriculum_placement_of_module ON curriculum_placement USING btree (module_id);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_placement FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON curriculum_placement FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE curriculum_prerequisite (
  version_id uuid NOT NULL,
  module_id uuid NOT NULL,
  required_module_id uuid NOT NULL,
  CONSTRAINT curriculum_prerequisite_pkey PRIMARY KEY (version_id, module_id, required_module_id),
  CONSTRAINT curriculum_prerequisite_version_id_module_id_fkey FOREIGN KEY (version_id, module_id) REFERENCES curriculum_placement(version_id, module_id) ON DELETE CASCADE,
  CONSTRAINT curriculum_prerequisite_version_id_required_module_id_fkey FOREIGN KEY (version_id, required_module_id) REFERENCES curriculum_placement(version_id, module_id) ON DELETE CASCADE,
  CONSTRAINT module_is_not_its_own_prerequisite CHECK ((module_id <> required_module_id))
);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_prerequisite FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');

CREATE TABLE curriculum_role (
  version_id uuid NOT NULL,
  role_code text NOT NULL,
  CONSTRAINT curriculum_role_pkey PRIMARY KEY (version_id, role_code),
  CONSTRAINT curriculum_role_role_code_fkey FOREIGN KEY (role_code) REFERENCES training_role(code) ON DELETE RESTRICT,
  CONSTRAINT curriculum_role_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_version(id) ON DELETE CASCADE
);
CREATE INDEX curriculum_version_by_role ON curriculum_role USING btree (role_code, version_id);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_role FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');

CREATE TABLE curriculum_sector (
  version_id uuid NOT NULL,
  sector_code text NOT NULL,
  CONSTRAINT curriculum_sector_pkey PRIMARY KEY (version_id, sector_code),
  CONSTRAINT curriculum_sector_sector_code_fkey FOREIGN KEY (sector_code) REFERENCES sector(code) ON DELETE RESTRICT,
  CONSTRAINT curriculum_sector_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_version(id) ON DELETE CASCADE
);
CREATE INDEX curriculum_version_by_sector ON curriculum_sector USING btree (sector_code, version_id);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_sector FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');

CREATE TABLE curriculum_stems (
  curriculum_id uuid NOT NULL,
  stems text[] NOT NULL,
  CONSTRAINT curriculum_stems_pkey PRIMARY KEY (curriculum_id),
  CONSTRAINT curriculum_stems_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id) ON DELETE CASCADE
);
CREATE INDEX curriculum_by_stem ON curriculum_stems USING gin (stems);

CREATE TABLE curriculum_translation (
  version_id uuid NOT NULL,
  locale text NOT NULL,
  "position" smallint NOT NULL,
  title text NOT NULL,
  summary text,
  CONSTRAINT curriculum_translation_pkey PRIMARY KEY (version_id, locale),
  CONSTRAINT curriculum_translation_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT curriculum_translation_version_id_fkey FOREIGN KEY (version_id) REFERENCES curriculum_version(id) ON DELETE CASCADE,
  CONSTRAINT curriculum_summary_fits CHECK (((char_length(summary) >= 1) AND (char_length(summary) <= 2000))),
  CONSTRAINT curriculum_title_fits CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
CREATE TRIGGER published_curriculum_is_immutable BEFORE INSERT OR DELETE OR UPDATE ON curriculum_translation FOR EACH ROW EXECUTE FUNCTION refuse_change_under_published_curriculum('curriculum_version');

CREATE TABLE curriculum_version (
  id uuid NOT NULL,
  curriculum_id uuid NOT NULL,
  number integer NOT NULL,
  repeat_months integer,
  training_modes training_mode[],
  documents training_document[],
  providers training_provider[],
  published_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  base_version_id uuid,
  hours_source text,
  CONSTRAINT curriculum_version_pkey PRIMARY KEY (id),
  CONSTRAINT curriculum_version_base_version_id_fkey FOREIGN KEY (base_version_id) REFERENCES curriculum_version(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_version_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id) ON DELETE RESTRICT,
  CONSTRAINT curriculum_hours_source_fits CHECK (((char_length(hours_source) >= 1) AND (char_length(hours_source) <= 500))),
  CONSTRAINT curriculum_repeats_within_bounds CHECK (((repeat_months >= 1) AND (repeat_months <= 240))),
  CONSTRAINT curriculum_version_number_counts_from_one CHECK ((number >= 1))
);
CREATE UNIQUE INDEX curriculum_version_number ON curriculum_version USING btree (curriculum_id, number);
CREATE UNIQUE INDEX one_draft_per_curriculum ON curriculum_version USING btree (curriculum_id) WHERE (published_at IS NULL);
CREATE TRIGGER published_curriculum_is_immutable BEFORE DELETE OR UPDATE ON curriculum_version FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_curriculum();
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON curriculum_version FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE enrollment (
  id uuid NOT NULL,
  offering_id uuid NOT NULL,
  person_id uuid NOT NULL,
  approval approval_state NOT NULL,
  seat seat_state NOT NULL,
  payment payment_state NOT NULL,
  queue_number integer,
  priority integer NOT NULL DEFAULT 0,
  offer_expires_at timestamp with time zone,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  confirmed_at timestamp with time zone,
  released_at timestamp with time zone,
  release_reason release_reason,
  note text,
  recommended_by_id uuid,
  nominee_answer nominee_answer NOT NULL DEFAULT 'NOT_ASKED'::nominee_answer,
  reservation_id uuid,
  holds_seat boolean NOT NULL DEFAULT false,
  replaces_id uuid,
  completion completion,
  completed_on date,
  completion_recorded_at timestamp with time zone,
  completion_recorded_by_account_id uuid,
  CONSTRAINT enrollment_pkey PRIMARY KEY (id),
  CONSTRAINT enrollment_completion_recorded_by_account_id_fkey FOREIGN KEY (completion_recorded_by_account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT enrollment_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE RESTRICT,
  CONSTRAINT enrollment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT,
  CONSTRAINT enrollment_recommended_by_id_fkey FOREIGN KEY (recommended_by_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT enrollment_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES enrollment(id) ON DELETE RESTRICT,
  CONSTRAINT enrollment_reservation FOREIGN KEY (reservation_id, offering_id) REFERENCES seat_reservation(id, offering_id) ON DELETE RESTRICT,
  CONSTRAINT completed_from_a_seat CHECK (((completion IS NULL) OR (seat = 'CONFIRMED'::seat_state))),
  CONSTRAINT completed_on_a_day CHECK (((NOT (completion IS DISTINCT FROM 'COMPLETED'::completion)) = (completed_on IS NOT NULL))),
  CONSTRAINT completion_recorded_by_somebody CHECK ((((completion_recorded_at IS NULL) = (completion_recorded_by_account_id IS NULL)) AND ((completion IS NULL) OR (completion_recorded_at IS NOT NULL)))),
  CONSTRAINT held_until_approved CHECK (((NOT holds_seat) OR (seat = 'REQUESTED'::seat_state))),
  CONSTRAINT nominee_answers_first CHECK (((seat <> 'CONFIRMED'::seat_state) OR (nominee_answer = ANY (ARRAY['NOT_ASKED'::nominee_answer, 'ACCEPTED'::nominee_answer])))),
  CONSTRAINT nominee_has_recommender CHECK (((recommended_by_id IS NOT NULL) OR ((nominee_answer = 'NOT_ASKED'::nominee_answer) AND (reservation_id IS NULL)))),
  CONSTRAINT nothing_due_while_waiting CHECK (((seat <> ALL (ARRAY['REQUESTED'::seat_state, 'WAITLISTED'::seat_state])) OR (payment = 'NOT_DUE'::payment_state) OR (holds_seat AND (payment <> 'DUE'::payment_state)))),
  CONSTRAINT offer_has_an_end CHECK (((seat = 'OFFERED'::seat_state) = (offer_expires_at IS NOT NULL))),
  CONSTRAINT release_has_a_reason CHECK (((seat = 'RELEASED'::seat_state) = (release_reason IS NOT NULL))),
  CONSTRAINT request_waits_for_approval CHECK (((seat <> 'REQUESTED'::seat_state) OR (approval = 'PENDING'::approval_state))),
  CONSTRAINT reserved_seat_is_had CHECK (((reservation_id IS NULL) OR (seat <> ALL (ARRAY['REQUESTED'::seat_state, 'WAITLISTED'::seat_state])) OR holds_seat)),
  CONSTRAINT seat_only_when_approved CHECK (((seat = ANY (ARRAY['REQUESTED'::seat_state, 'RELEASED'::seat_state])) OR (approval = ANY (ARRAY['NOT_NEEDED'::approval_state, 'APPROVED'::approval_state])))),
  CONSTRAINT who_waits_has_a_number CHECK (((seat <> ALL (ARRAY['REQUESTED'::seat_state, 'WAITLISTED'::seat_state])) OR (queue_number IS NOT NULL)))
);
CREATE INDEX enrollment_by_offering ON enrollment USING btree (offering_id, id);
CREATE INDEX enrollment_by_person ON enrollment USING btree (person_id, id) INCLUDE (offering_id, seat);
CREATE INDEX enrollment_by_recommender ON enrollment USING btree (recommended_by_id, id) WHERE (recommended_by_id IS NOT NULL);
CREATE INDEX enrollment_by_reservation ON enrollment USING btree (reservation_id) WHERE (reservation_id IS NOT NULL);
CREATE INDEX enrollment_completed ON enrollment USING btree (person_id, offering_id) WHERE (completion = 'COMPLETED'::completion);
CREATE INDEX enrollment_offer_expiry ON enrollment USING btree (offer_expires_at) WHERE (seat = 'OFFERED'::seat_state);
CREATE INDEX enrollment_pending ON enrollment USING btree (offering_id, id) WHERE ((approval = 'PENDING'::approval_state) AND (seat = 'REQUESTED'::seat_state));
CREATE INDEX enrollment_queue ON enrollment USING btree (offering_id, priority, queue_number) WHERE (seat = 'WAITLISTED'::seat_state);
CREATE UNIQUE INDEX one_active_enrollment ON enrollment USING btree (offering_id, person_id) WHERE (seat <> 'RELEASED'::seat_state);
CREATE UNIQUE INDEX queue_number_once ON enrollment USING btree (offering_id, queue_number) WHERE (queue_number IS NOT NULL);
CREATE UNIQUE INDEX replaced_once ON enrollment USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE CONSTRAINT TRIGGER approved_by_somebody AFTER INSERT OR UPDATE OF approval ON enrollment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.approval = 'APPROVED'::approval_state)) EXECUTE FUNCTION approved_by_somebody();

CREATE TABLE failed_rows_download (
  id uuid NOT NULL,
  import_id uuid NOT NULL,
  account_id uuid NOT NULL,
  format file_format NOT NULL,
  locales text[] NOT NULL,
  ticket_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  taken_at timestamp with time zone,
  CONSTRAINT failed_rows_download_pkey PRIMARY KEY (id),
  CONSTRAINT failed_rows_download_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT failed_rows_download_import_id_fkey FOREIGN KEY (import_id) REFERENCES member_import(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX failed_rows_download_by_ticket ON failed_rows_download USING btree (ticket_hash);
CREATE INDEX failed_rows_download_of_import ON failed_rows_download USING btree (import_id);

CREATE TABLE file_chunk (
  file_id uuid NOT NULL,
  "position" integer NOT NULL,
  sealed bytea NOT NULL,
  key_version smallint NOT NULL,
  CONSTRAINT file_chunk_pkey PRIMARY KEY (file_id, "position"),
  CONSTRAINT file_chunk_file_id_fkey FOREIGN KEY (file_id) REFERENCES uploaded_file(id) ON DELETE CASCADE
);

CREATE TABLE idempotency_key (
  account_id uuid NOT NULL,
  key text NOT NULL,
  act text NOT NULL,
  fingerprint text NOT NULL,
  outcome jsonb,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT "PK_8212a8883c2324211e557447899" PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key USING btree (created_at);

CREATE TABLE ilo_convention (
  id uuid NOT NULL,
  code text NOT NULL,
  number integer NOT NULL,
  titles jsonb NOT NULL,
  adopted date NOT NULL,
  in_force_from date NOT NULL,
  bears_on_training text NOT NULL,
  source text NOT NULL,
  verification verification NOT NULL,
  note text,
  CONSTRAINT ilo_convention_pkey PRIMARY KEY (id),
  CONSTRAINT ilo_convention_title_is_never_blank CHECK ((COALESCE((titles ->> 'en'::text), ''::text) <> ''::text))
);
CREATE UNIQUE INDEX one_ilo_convention_per_code ON ilo_convention USING btree (code);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON ilo_convention FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE instructor (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  CONSTRAINT instructor_pkey PRIMARY KEY (id),
  CONSTRAINT instructor_once_per_organization UNIQUE (organization_id, person_id),
  CONSTRAINT instructor_person UNIQUE (id, person_id),
  CONSTRAINT instructor_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT instructor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON instructor FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE job_worker (
  id text NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  busy_at timestamp with time zone,
  CONSTRAINT job_worker_pkey PRIMARY KEY (id)
);

CREATE TABLE language (
  tag text NOT NULL,
  script text NOT NULL,
  direction text_direction NOT NULL,
  retired_at timestamp with time zone,
  CONSTRAINT language_pkey PRIMARY KEY (tag)
);

CREATE TABLE legal_act (
  id uuid NOT NULL,
  code text NOT NULL,
  country_code text NOT NULL,
  areas legal_area[] NOT NULL,
  titles jsonb NOT NULL,
  number text,
  adopted text,
  status legal_act_status NOT NULL,
  status_note text,
  source text NOT NULL,
  verification verification NOT NULL,
  note text,
  retired_at timestamp with time zone,
  CONSTRAINT legal_act_pkey PRIMARY KEY (id),
  CONSTRAINT legal_act_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT legal_act_adopted_is_a_date CHECK ((adopted ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'::text)),
  CONSTRAINT legal_act_title_is_never_blank CHECK ((COALESCE((titles ->> 'en'::text), ''::text) <> ''::text))
);
CREATE INDEX legal_act_country ON legal_act USING btree (country_code, code);
CREATE UNIQUE INDEX one_legal_act_per_code ON legal_act USING btree (code);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON legal_act FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE legal_act_edition (
  id uuid NOT NULL,
  act_id uuid NOT NULL,
  number integer NOT NULL,
  seen text,
  in_force_from date,
  in_force_until date,
  recorded_at timestamp with time zone,
  source text NOT NULL,
  verification verification NOT NULL,
  note text,
  CONSTRAINT legal_act_edition_pkey PRIMARY KEY (id),
  CONSTRAINT legal_act_edition_act_id_fkey FOREIGN KEY (act_id) REFERENCES legal_act(id) ON DELETE RESTRICT,
  CONSTRAINT legal_act_edition_ends_after_start CHECK ((in_force_until > in_force_from)),
  CONSTRAINT legal_act_edition_number_counts_from_one CHECK ((number >= 1)),
  CONSTRAINT one_edition_in_force EXCLUDE USING gist (act_id WITH =, daterange(in_force_from, in_force_until, '[)'::text) WITH &&)
);
CREATE UNIQUE INDEX legal_act_edition_number ON legal_act_edition USING btree (act_id, number);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON legal_act_edition FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE legal_recheck (
  edition_id uuid NOT NULL,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  last_alignment_id uuid,
  finished_at timestamp with time zone,
  CONSTRAINT legal_recheck_pkey PRIMARY KEY (edition_id),
  CONSTRAINT legal_recheck_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES legal_act_edition(id) ON DELETE CASCADE,
  CONSTRAINT legal_recheck_within_total CHECK (((done >= 0) AND (done <= total)))
);

CREATE TABLE legal_requirement (
  id uuid NOT NULL,
  edition_id uuid NOT NULL,
  code text NOT NULL,
  "position" smallint NOT NULL,
  kind requirement_kind NOT NULL,
  texts jsonb NOT NULL,
  article text,
  role_codes text[] NOT NULL,
  other_audience text[] NOT NULL,
  value integer,
  unit legal_unit,
  training_modes training_mode[] NOT NULL,
  documents training_document[] NOT NULL,
  providers training_provider[] NOT NULL,
  in_force_from date,
  source text NOT NULL,
  verification verification NOT NULL,
  note text,
  CONSTRAINT legal_requirement_pkey PRIMARY KEY (id),
  CONSTRAINT legal_requirement_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES legal_act_edition(id) ON DELETE CASCADE,
  CONSTRAINT legal_requirement_text_is_never_blank CHECK ((COALESCE((texts ->> 'en'::text), ''::text) <> ''::text)),
  CONSTRAINT legal_requirement_unit_fits CHECK (
CASE kind
    WHEN 'MIN_HOURS'::requirement_kind THEN (unit <> 'MONTHS'::legal_unit)
    WHEN 'RECERT_INTERVAL'::requirement_kind THEN (unit = 'MONTHS'::legal_unit)
    ELSE true
END),
  CONSTRAINT legal_requirement_value_has_a_unit CHECK (((value IS NULL) = (unit IS NULL))),
  CONSTRAINT legal_requirement_value_is_positive CHECK ((value > 0))
);
CREATE UNIQUE INDEX one_requirement_per_code ON legal_requirement USING btree (edition_id, code);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON legal_requirement FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE mandate (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  role_code text NOT NULL,
  basis mandate_basis NOT NULL,
  started_on date NOT NULL,
  ended_on date,
  recorded_by_account_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT mandate_pkey PRIMARY KEY (id),
  CONSTRAINT mandate_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT mandate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT,
  CONSTRAINT mandate_role_code_fkey FOREIGN KEY (role_code) REFERENCES training_role(code) ON DELETE RESTRICT,
  CONSTRAINT mandate_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on))),
  CONSTRAINT one_mandate_at_a_time EXCLUDE USING gist (person_id WITH =, organization_id WITH =, role_code WITH =, daterange(started_on, ended_on) WITH &&)
);
CREATE INDEX mandate_by_role ON mandate USING btree (role_code, organization_id);
CREATE INDEX mandate_of_organization ON mandate USING btree (organization_id, started_on, id);
CREATE INDEX mandate_of_person ON mandate USING btree (person_id);

CREATE TABLE member_count (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  counted_on date NOT NULL,
  members integer NOT NULL,
  source text,
  reported_by_account_id uuid,
  reported_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT member_count_pkey PRIMARY KEY (id),
  CONSTRAINT member_count_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT members_are_counted_from_zero CHECK ((members >= 0))
);
CREATE INDEX member_count_of_organization ON member_count USING btree (organization_id, counted_on DESC, id DESC);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON member_count FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE member_import (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  file_id uuid NOT NULL,
  status member_import_status NOT NULL,
  fault file_fault,
  header_row integer,
  chosen_columns jsonb NOT NULL DEFAULT '[]'::jsonb,
  columns jsonb NOT NULL DEFAULT '[]'::jsonb,
  reading integer NOT NULL DEFAULT 1,
  rows_total integer,
  last_row integer NOT NULL DEFAULT 0,
  rows_done integer NOT NULL DEFAULT 0,
  new_count integer NOT NULL DEFAULT 0,
  match_count integer NOT NULL DEFAULT 0,
  duplicate_count integer NOT NULL DEFAULT 0,
  error_count integer NOT NULL DEFAULT 0,
  people_added integer NOT NULL DEFAULT 0,
  memberships_added integer NOT NULL DEFAULT 0,
  memberships_kept integer NOT NULL DEFAULT 0,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT member_import_pkey PRIMARY KEY (id),
  CONSTRAINT member_import_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT member_import_file_id_fkey FOREIGN KEY (file_id) REFERENCES uploaded_file(id) ON DELETE RESTRICT,
  CONSTRAINT member_import_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT only_failed_imports_have_a_fault CHECK (((status = 'FAILED'::member_import_status) = (fault IS NOT NULL)))
);
CREATE UNIQUE INDEX member_import_by_file ON member_import USING btree (file_id);
CREATE INDEX member_import_of_organization ON member_import USING btree (organization_id, id);

CREATE TABLE member_import_row (
  import_id uuid NOT NULL,
  number integer NOT NULL,
  outcome row_outcome NOT NULL,
  is_confirmed boolean NOT NULL DEFAULT false,
  organization_id uuid NOT NULL,
  family_name text NOT NULL,
  given_name text NOT NULL,
  patronymic text,
  other_family_name text,
  other_given_name text,
  other_patronymic text,
  born_on date,
  email text,
  started_on date,
  name_keys text[] NOT NULL,
  number_id uuid,
  number_type national_number_type,
  number_country text,
  sealed bytea,
  key_version smallint,
  look_up bytea,
  person_id uuid NOT NULL,
  known_person_id uuid,
  membership_id uuid NOT NULL,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT member_import_row_pkey PRIMARY KEY (import_id, number),
  CONSTRAINT member_import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES member_import(id) ON DELETE CASCADE,
  CONSTRAINT matches_are_known CHECK (((outcome <> 'MATCH'::row_outcome) OR (known_person_id IS NOT NULL))),
  CONSTRAINT numbers_are_sealed CHECK ((num_nulls(number_id, number_type, number_country, sealed, key_version, look_up) = ANY (ARRAY[0, 6])))
);
CREATE INDEX member_import_row_by_outcome ON member_import_row USING btree (import_id, outcome, number);

CREATE TABLE membership (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  sort_name text NOT NULL,
  started_on date NOT NULL,
  ended_on date,
  added_by_account_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT membership_pkey PRIMARY KEY (id),
  CONSTRAINT membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT membership_person_id_sort_name_fkey FOREIGN KEY (person_id, sort_name) REFERENCES person(id, sort_name) ON UPDATE CASCADE ON DELETE RESTRICT,
  CONSTRAINT membership_ends_after_start CHECK (((ended_on IS NULL) OR (ended_on >= started_on)))
);
CREATE INDEX membership_by_name ON membership USING btree (sort_name, id);
CREATE INDEX membership_of_organization_by_name ON membership USING btree (organization_id, sort_name, id) INCLUDE (ended_on);
CREATE INDEX membership_of_person ON membership USING btree (person_id);
CREATE UNIQUE INDEX one_membership_in_force ON membership USING btree (organization_id, person_id) WHERE (ended_on IS NULL);
CREATE CONSTRAINT TRIGGER raise_version_of_members AFTER INSERT OR DELETE OR UPDATE OF organization_id, ended_on ON membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_members();
CREATE TRIGGER sort_name BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION name_membership();

CREATE TABLE membership_version (
  share smallint NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  CONSTRAINT membership_version_pkey PRIMARY KEY (share),
  CONSTRAINT membership_version_share CHECK (((share >= 0) AND (share <= 63)))
);

CREATE TABLE national_number (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  type national_number_type NOT NULL,
  country_code text NOT NULL,
  sealed bytea NOT NULL,
  key_version smallint NOT NULL,
  look_up bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT national_number_pkey PRIMARY KEY (id),
  CONSTRAINT national_number_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT national_number_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT
);
CREATE INDEX national_number_of_person ON national_number USING btree (person_id);
CREATE UNIQUE INDEX one_person_per_national_number ON national_number USING btree (type, country_code, look_up);

CREATE TABLE nomination (
  id uuid NOT NULL,
  offering_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT nomination_pkey PRIMARY KEY (id),
  CONSTRAINT nomination_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT
);
CREATE INDEX nomination_by_offering ON nomination USING btree (offering_id, id);
CREATE INDEX nomination_by_organization ON nomination USING btree (organization_id, id);

CREATE TABLE nomination_file (
  id uuid NOT NULL,
  offering_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  account_id uuid NOT NULL,
  file_id uuid NOT NULL,
  status nomination_file_status NOT NULL,
  fault file_fault,
  header_row integer,
  chosen_columns jsonb NOT NULL DEFAULT '[]'::jsonb,
  columns jsonb NOT NULL DEFAULT '[]'::jsonb,
  nomination_id uuid,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT nomination_file_pkey PRIMARY KEY (id),
  CONSTRAINT nomination_file_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_file_file_id_fkey FOREIGN KEY (file_id) REFERENCES uploaded_file(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_file_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_file_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT only_failed_files_have_a_fault CHECK (((status = 'FAILED'::nomination_file_status) = (fault IS NOT NULL))),
  CONSTRAINT only_nominated_files_have_a_letter CHECK (((status = 'NOMINATED'::nomination_file_status) = (nomination_id IS NOT NULL)))
);
CREATE UNIQUE INDEX nomination_file_by_file ON nomination_file USING btree (file_id);

CREATE TABLE nomination_file_row (
  nomination_file_id uuid NOT NULL,
  number integer NOT NULL,
  family_name text NOT NULL,
  given_name text NOT NULL,
  patronymic text,
  person_id uuid,
  problems jsonb NOT NULL DEFAULT '[]'::jsonb,
  "position" integer,
  CONSTRAINT nomination_file_row_pkey PRIMARY KEY (nomination_file_id, number),
  CONSTRAINT nomination_file_row_nomination_file_id_fkey FOREIGN KEY (nomination_file_id) REFERENCES nomination_file(id) ON DELETE CASCADE,
  CONSTRAINT nomination_file_row_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX nomination_file_row_of_person ON nomination_file_row USING btree (person_id) WHERE (person_id IS NOT NULL);

CREATE TABLE nomination_line (
  nomination_id uuid NOT NULL,
  "position" integer NOT NULL,
  person_id uuid NOT NULL,
  enrollment_id uuid,
  refusal jsonb,
  note text,
  CONSTRAINT nomination_line_pkey PRIMARY KEY (nomination_id, "position"),
  CONSTRAINT nomination_line_enrollment_id_fkey FOREIGN KEY (enrollment_id) REFERENCES enrollment(id) ON DELETE RESTRICT,
  CONSTRAINT nomination_line_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(id) ON DELETE CASCADE,
  CONSTRAINT line_is_answered CHECK (((enrollment_id IS NULL) = (refusal IS NOT NULL))),
  CONSTRAINT line_position CHECK ((("position" >= 1) AND ("position" <= 1000)))
);
CREATE INDEX nomination_line_by_enrollment ON nomination_line USING btree (enrollment_id) WHERE (enrollment_id IS NOT NULL);

CREATE TABLE notice (
  id uuid NOT NULL,
  kind notice_kind NOT NULL,
  account_id uuid NOT NULL,
  dedupe_key text NOT NULL,
  locales text[] NOT NULL,
  "values" jsonb NOT NULL,
  calendar jsonb,
  calendar_sequence integer,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  CONSTRAINT notice_pkey PRIMARY KEY (id),
  CONSTRAINT notice_calendar_is_numbered CHECK (((calendar_sequence IS NULL) OR (calendar IS NOT NULL))),
  CONSTRAINT notice_sent_or_failed CHECK (((sent_at IS NULL) OR (failed_at IS NULL)))
);
CREATE INDEX notice_by_account ON notice USING btree (account_id, id);
CREATE INDEX notice_by_age ON notice USING btree (created_at);
CREATE UNIQUE INDEX notice_dedupe_key ON notice USING btree (dedupe_key);

CREATE TABLE notice_preference (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  locale text,
  muted text[] NOT NULL DEFAULT '{}'::text[],
  unsubscribe_key uuid NOT NULL,
  CONSTRAINT notice_preference_pkey PRIMARY KEY (id),
  CONSTRAINT notice_preference_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX notice_preference_account ON notice_preference USING btree (account_id);

CREATE TABLE offering (
  id uuid NOT NULL,
  course_id uuid NOT NULL,
  course_version_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  status offering_status NOT NULL,
  mode delivery_mode NOT NULL,
  language text NOT NULL,
  time_zone text NOT NULL,
  venue_id uuid,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  opens_at timestamp with time zone NOT NULL,
  closes_at timestamp with time zone NOT NULL,
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
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  reserved integer NOT NULL DEFAULT 0,
  held integer NOT NULL DEFAULT 0,
  approval_layers approval_layer[] NOT NULL DEFAULT '{}'::approval_layer[],
  asks_nominee_acceptance boolean NOT NULL DEFAULT false,
  instructor_ids uuid[] NOT NULL DEFAULT '{}'::uuid[],
  CONSTRAINT offering_pkey PRIMARY KEY (id),
  CONSTRAINT offering_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE RESTRICT,
  CONSTRAINT offering_course_version_id_fkey FOREIGN KEY (course_version_id) REFERENCES course_version(id) ON DELETE RESTRICT,
  CONSTRAINT offering_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT offering_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venue(id) ON DELETE RESTRICT,
  CONSTRAINT offering_capacity CHECK ((((capacity >= 1) AND (capacity <= 100000)) AND ((minimum >= 0) AND (minimum <= capacity)))),
  CONSTRAINT offering_layers_ask CHECK ((asks_approval OR (cardinality(approval_layers) = 0))),
  CONSTRAINT offering_period CHECK ((starts_at < ends_at)),
  CONSTRAINT offering_price CHECK ((((price_amount IS NULL) = (price_currency IS NULL)) AND (price_amount >= (0)::numeric))),
  CONSTRAINT offering_queue_counts CHECK (((waiting >= 0) AND (last_queue_number >= 0))),
  CONSTRAINT offering_seats_fit CHECK (((confirmed >= 0) AND (offered >= 0) AND (reserved >= 0) AND (held >= 0) AND ((((confirmed + offered) + reserved) + held) <= capacity))),
  CONSTRAINT offering_waitlist_limit CHECK (((waitlist_limit IS NULL) OR (waitlist_limit >= 0))),
  CONSTRAINT offering_window CHECK (((opens_at < closes_at) AND (closes_at <= ends_at)))
);
CREATE INDEX offering_by_course ON offering USING btree (course_id, starts_at, id);
CREATE INDEX offering_by_language ON offering USING btree (language, status, starts_at, id, mode);
CREATE INDEX offering_by_provider ON offering USING btree (provider_id, starts_at, id, status, language);
CREATE INDEX offering_by_start ON offering USING btree (starts_at, id);
CREATE INDEX offering_by_status ON offering USING btree (status, starts_at, id, mode);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE OF status, mode, language, time_zone, venue_id, starts_at, ends_at, opens_at, closes_at, capacity, minimum, waitlist_limit, price_amount, price_currency, cancel_reason ON offering FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE offering_law (
  offering_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  curriculum_version_id uuid NOT NULL,
  CONSTRAINT offering_law_pkey PRIMARY KEY (offering_id, edition_id, curriculum_version_id),
  CONSTRAINT offering_law_curriculum_version_id_fkey FOREIGN KEY (curriculum_version_id) REFERENCES curriculum_version(id) ON DELETE RESTRICT,
  CONSTRAINT offering_law_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES legal_act_edition(id) ON DELETE RESTRICT,
  CONSTRAINT offering_law_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE
);
CREATE INDEX offering_law_by_curriculum_version ON offering_law USING btree (curriculum_version_id);
CREATE INDEX offering_law_by_edition ON offering_law USING btree (edition_id, offering_id);

CREATE TABLE organization (
  id uuid NOT NULL,
  kind organization_kind NOT NULL,
  country_code text NOT NULL,
  subdivision_code text,
  time_zone text NOT NULL,
  default_locale text NOT NULL,
  sectoral_parent_id uuid,
  territorial_parent_id uuid,
  source text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  closed_at timestamp with time zone,
  successor_id uuid,
  CONSTRAINT organization_pkey PRIMARY KEY (id),
  CONSTRAINT organization_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT organization_sectoral_parent_id_fkey FOREIGN KEY (sectoral_parent_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT organization_subdivision_code_fkey FOREIGN KEY (subdivision_code) REFERENCES subdivision(code) ON DELETE RESTRICT,
  CONSTRAINT organization_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT organization_territorial_parent_id_fkey FOREIGN KEY (territorial_parent_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT only_the_closed_have_a_successor CHECK (((closed_at IS NOT NULL) OR (successor_id IS NULL))),
  CONSTRAINT organization_is_not_its_own_parent CHECK (((sectoral_parent_id <> id) AND (territorial_parent_id <> id))),
  CONSTRAINT organization_is_not_its_own_successor CHECK ((successor_id <> id))
);
CREATE INDEX organization_academies ON organization USING btree (id) WHERE (kind = 'ACADEMY'::organization_kind);
CREATE INDEX organization_in_order ON organization USING btree (created_at, id);
CREATE INDEX organization_sectoral_parent ON organization USING btree (sectoral_parent_id);
CREATE INDEX organization_successor ON organization USING btree (successor_id);
CREATE INDEX organization_territorial_parent ON organization USING btree (territorial_parent_id);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON organization FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE organization_closure (
  ancestor_id uuid NOT NULL,
  descendant_id uuid NOT NULL,
  CONSTRAINT organization_closure_pkey PRIMARY KEY (ancestor_id, descendant_id),
  CONSTRAINT organization_closure_ancestor_id_fkey FOREIGN KEY (ancestor_id) REFERENCES organization(id) ON DELETE CASCADE,
  CONSTRAINT organization_closure_descendant_id_fkey FOREIGN KEY (descendant_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX organization_closure_by_descendant ON organization_closure USING btree (descendant_id, ancestor_id);
CREATE CONSTRAINT TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON organization_closure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_duties();
CREATE CONSTRAINT TRIGGER raise_version_of_members AFTER INSERT OR DELETE OR UPDATE ON organization_closure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_members();

CREATE TABLE organization_contact (
  organization_id uuid NOT NULL,
  "position" smallint NOT NULL,
  kind contact_kind NOT NULL,
  value text NOT NULL,
  CONSTRAINT organization_contact_pkey PRIMARY KEY (organization_id, "position"),
  CONSTRAINT organization_contact_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON organization_contact FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE organization_language (
  organization_id uuid NOT NULL,
  locale text NOT NULL,
  "position" smallint NOT NULL,
  CONSTRAINT organization_language_pkey PRIMARY KEY (organization_id, locale),
  CONSTRAINT organization_language_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT organization_language_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON organization_language FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE organization_name (
  organization_id uuid NOT NULL,
  locale text NOT NULL,
  name text NOT NULL,
  CONSTRAINT organization_name_pkey PRIMARY KEY (organization_id, locale),
  CONSTRAINT organization_name_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON organization_name FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE organization_search (
  organization_id uuid NOT NULL,
  words tsvector NOT NULL,
  CONSTRAINT organization_search_pkey PRIMARY KEY (organization_id),
  CONSTRAINT organization_search_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE
);
CREATE INDEX organization_search_words ON organization_search USING gin (words);

CREATE TABLE organization_sector (
  organization_id uuid NOT NULL,
  sector_code text NOT NULL,
  CONSTRAINT organization_sector_pkey PRIMARY KEY (organization_id, sector_code),
  CONSTRAINT organization_sector_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE CASCADE,
  CONSTRAINT organization_sector_sector_code_fkey FOREIGN KEY (sector_code) REFERENCES sector(code) ON DELETE RESTRICT
);
CREATE INDEX organization_sector_by_sector ON organization_sector USING btree (sector_code);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON organization_sector FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE organization_word (
  word text NOT NULL,
  CONSTRAINT organization_word_pkey PRIMARY KEY (word)
);
CREATE INDEX organization_word_similar ON organization_word USING gin (word gin_trgm_ops);

CREATE TABLE person (
  id uuid NOT NULL,
  family_name text NOT NULL,
  given_name text NOT NULL,
  patronymic text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  other_family_name text,
  other_given_name text,
  other_patronymic text,
  born_on date,
  email text,
  name_keys text[] NOT NULL DEFAULT '{}'::text[],
  sort_name text NOT NULL DEFAULT ''::text,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_id_sort_name_key UNIQUE (id, sort_name),
  CONSTRAINT names_in_other_script_are_whole CHECK ((((other_family_name IS NULL) = (other_given_name IS NULL)) AND ((other_family_name IS NOT NULL) OR (other_patronymic IS NULL))))
);
CREATE INDEX person_born_on ON person USING btree (born_on);
CREATE INDEX person_by_name_key ON person USING gin (name_keys) WITH (fastupdate=off);
CREATE TRIGGER sort_name BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION name_person();
CREATE TRIGGER tell_of_change AFTER UPDATE OF family_name, given_name, patronymic ON person FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE program_request (
  id uuid NOT NULL,
  number text NOT NULL,
  organization_id uuid NOT NULL,
  addressed_to_id uuid,
  academy_id uuid,
  stage program_request_stage NOT NULL,
  turn_since timestamp with time zone NOT NULL,
  locale text NOT NULL,
  title text NOT NULL,
  outcomes text[] NOT NULL,
  why text,
  sector_codes text[] NOT NULL,
  role_codes text[] NOT NULL,
  languages text[] NOT NULL,
  course_kinds course_kind[] NOT NULL,
  delivery_modes delivery_mode[] NOT NULL,
  period_from date,
  period_to date,
  words text NOT NULL,
  submitted_at timestamp with time zone,
  merged_into_id uuid,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT program_request_pkey PRIMARY KEY (id),
  CONSTRAINT program_request_academy_id_fkey FOREIGN KEY (academy_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_addressed_to_id_fkey FOREIGN KEY (addressed_to_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT program_request_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_draft_is_not_submitted CHECK (((stage <> 'DRAFT'::program_request_stage) OR (submitted_at IS NULL))),
  CONSTRAINT program_request_is_answered_by_an_academy CHECK (((stage = ANY (ARRAY['DRAFT'::program_request_stage, 'SUBMITTED'::program_request_stage, 'WITHDRAWN'::program_request_stage])) OR (academy_id IS NOT NULL))),
  CONSTRAINT program_request_is_not_merged_into_itself CHECK ((merged_into_id <> id)),
  CONSTRAINT program_request_is_submitted CHECK (((stage = ANY (ARRAY['DRAFT'::program_request_stage, 'WITHDRAWN'::program_request_stage])) OR (submitted_at IS NOT NULL))),
  CONSTRAINT program_request_merged_goes_on CHECK (((stage = 'MERGED'::program_request_stage) = (merged_into_id IS NOT NULL))),
  CONSTRAINT program_request_period CHECK ((period_from <= period_to)),
  CONSTRAINT program_request_submitted_is_whole CHECK (((submitted_at IS NULL) OR ((cardinality(outcomes) > 0) AND (cardinality(languages) > 0) AND (period_from IS NOT NULL) AND (period_to IS NOT NULL)))),
  CONSTRAINT program_request_title_fits CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
CREATE INDEX program_request_addressed ON program_request USING btree (addressed_to_id, stage);
CREATE INDEX program_request_codes ON program_request USING gin (sector_codes, role_codes);
CREATE INDEX program_request_merged_into ON program_request USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX program_request_newest ON program_request USING btree (created_at, id);
CREATE UNIQUE INDEX program_request_number ON program_request USING btree (number);
CREATE INDEX program_request_of_academy ON program_request USING btree (academy_id, stage);
CREATE INDEX program_request_of_organization ON program_request USING btree (organization_id, stage);
CREATE INDEX program_request_words ON program_request USING gin (words gin_trgm_ops);

CREATE TABLE program_request_asker (
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  is_requester boolean NOT NULL,
  promised_seats integer,
  withdrawn_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT program_request_asker_pkey PRIMARY KEY (id),
  CONSTRAINT program_request_asker_request_id_organization_id_key UNIQUE (request_id, organization_id),
  CONSTRAINT program_request_asker_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_asker_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT promised_seats_count CHECK ((promised_seats >= 0)),
  CONSTRAINT requester_does_not_withdraw_support CHECK (((NOT is_requester) OR (withdrawn_at IS NULL)))
);
CREATE UNIQUE INDEX one_requester ON program_request_asker USING btree (request_id) WHERE is_requester;
CREATE INDEX program_request_asker_of_organization ON program_request_asker USING btree (organization_id, request_id);

CREATE TABLE program_request_curriculum (
  curriculum_id uuid NOT NULL,
  request_id uuid NOT NULL,
  template_version_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT program_request_curriculum_pkey PRIMARY KEY (curriculum_id),
  CONSTRAINT program_request_curriculum_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_curriculum_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_curriculum_template_version_id_fkey FOREIGN KEY (template_version_id) REFERENCES curriculum_version(id) ON DELETE RESTRICT
);
CREATE INDEX program_request_curriculum_of_request ON program_request_curriculum USING btree (request_id, curriculum_id);

CREATE TABLE program_request_demand (
  request_id uuid NOT NULL,
  country_code text NOT NULL,
  subdivision_code text,
  wanted integer NOT NULL,
  supported integer NOT NULL,
  sector_codes text[] NOT NULL,
  role_codes text[] NOT NULL,
  languages text[] NOT NULL,
  CONSTRAINT program_request_demand_request_id_country_code_subdivision__key UNIQUE NULLS NOT DISTINCT (request_id, country_code, subdivision_code),
  CONSTRAINT program_request_demand_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE CASCADE,
  CONSTRAINT demand_counts CHECK (((wanted >= 0) AND (supported >= 0) AND ((wanted + supported) > 0)))
);
CREATE CONSTRAINT TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON program_request_demand DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_demand();

CREATE TABLE program_request_demand_version (
  is_only boolean NOT NULL DEFAULT true,
  version bigint NOT NULL DEFAULT 0,
  CONSTRAINT program_request_demand_version_pkey PRIMARY KEY (is_only),
  CONSTRAINT one_version_of_demand CHECK (is_only)
);

CREATE TABLE program_request_evaluation (
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  rating smallint NOT NULL,
  outcomes program_request_outcome_reached[] NOT NULL,
  comment text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT program_request_evaluation_pkey PRIMARY KEY (id),
  CONSTRAINT program_request_evaluation_request_id_organization_id_key UNIQUE (request_id, organization_id),
  CONSTRAINT program_request_evaluation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_evaluation_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT evaluation_rating CHECK (((rating >= 1) AND (rating <= 5)))
);

CREATE TABLE program_request_event (
  request_id uuid NOT NULL,
  "position" integer NOT NULL,
  at timestamp with time zone NOT NULL,
  act program_request_act NOT NULL,
  from_stage program_request_stage,
  to_stage program_request_stage NOT NULL,
  organization_id uuid,
  person_id uuid,
  why text,
  CONSTRAINT program_request_event_pkey PRIMARY KEY (request_id, "position"),
  CONSTRAINT program_request_event_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_event_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT event_is_somebodys CHECK (((organization_id IS NULL) = (person_id IS NULL))),
  CONSTRAINT event_position_counts_from_one CHECK (("position" >= 1))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON program_request_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();

CREATE TABLE program_request_message (
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  note_of program_request_side,
  organization_id uuid NOT NULL,
  person_id uuid NOT NULL,
  locale text NOT NULL,
  text text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT program_request_message_pkey PRIMARY KEY (id),
  CONSTRAINT program_request_message_locale_fkey FOREIGN KEY (locale) REFERENCES language(tag) ON DELETE RESTRICT,
  CONSTRAINT program_request_message_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_message_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT message_text_fits CHECK (((char_length(text) >= 1) AND (char_length(text) <= 5000)))
);
CREATE INDEX program_request_message_of_request ON program_request_message USING btree (request_id, id);

CREATE TABLE program_request_offering (
  request_id uuid NOT NULL,
  offering_id uuid NOT NULL,
  CONSTRAINT program_request_offering_pkey PRIMARY KEY (request_id, offering_id),
  CONSTRAINT program_request_offering_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_offering_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT
);
CREATE INDEX program_request_offering_by_offering ON program_request_offering USING btree (offering_id);

CREATE TABLE program_request_people (
  asker_id uuid NOT NULL,
  country_code text NOT NULL,
  subdivision_code text,
  people integer NOT NULL,
  CONSTRAINT program_request_people_asker_id_country_code_subdivision_co_key UNIQUE NULLS NOT DISTINCT (asker_id, country_code, subdivision_code),
  CONSTRAINT program_request_people_asker_id_fkey FOREIGN KEY (asker_id) REFERENCES program_request_asker(id) ON DELETE CASCADE,
  CONSTRAINT program_request_people_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT program_request_people_country_code_subdivision_code_fkey FOREIGN KEY (country_code, subdivision_code) REFERENCES subdivision(country_code, code) ON DELETE RESTRICT,
  CONSTRAINT people_count CHECK (((people >= 1) AND (people <= 10000000)))
);

CREATE TABLE program_request_proposal (
  id uuid NOT NULL,
  request_id uuid NOT NULL,
  version integer NOT NULL,
  status program_request_proposal_status NOT NULL,
  academic_hours numeric(7,2) NOT NULL,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  seats integer NOT NULL,
  price_amount numeric(19,4),
  price_currency text,
  comment text,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT program_request_proposal_pkey PRIMARY KEY (id),
  CONSTRAINT program_request_proposal_request_id_version_key UNIQUE (request_id, version),
  CONSTRAINT program_request_proposal_price_currency_fkey FOREIGN KEY (price_currency) REFERENCES currency(code) ON DELETE RESTRICT,
  CONSTRAINT program_request_proposal_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT proposal_hours CHECK (((academic_hours >= 0.5) AND (academic_hours <= (10000)::numeric))),
  CONSTRAINT proposal_period CHECK ((starts_on <= ends_on)),
  CONSTRAINT proposal_price CHECK ((((price_amount IS NULL) = (price_currency IS NULL)) AND (price_amount >= (0)::numeric))),
  CONSTRAINT proposal_seats CHECK (((seats >= 1) AND (seats <= 100000))),
  CONSTRAINT proposal_version_counts_from_one CHECK ((version >= 1))
);
CREATE UNIQUE INDEX one_active_proposal ON program_request_proposal USING btree (request_id) WHERE (status = ANY (ARRAY['OPEN'::program_request_proposal_status, 'ACCEPTED'::program_request_proposal_status]));

CREATE TABLE program_request_proposal_course (
  proposal_id uuid NOT NULL,
  "position" smallint NOT NULL,
  course_id uuid,
  title text,
  kind course_kind,
  academic_hours numeric(7,2),
  CONSTRAINT program_request_proposal_course_pkey PRIMARY KEY (proposal_id, "position"),
  CONSTRAINT program_request_proposal_course_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_proposal_course_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES program_request_proposal(id) ON DELETE RESTRICT,
  CONSTRAINT proposed_course_is_known_or_described CHECK (((course_id IS NOT NULL) OR ((title IS NOT NULL) AND (kind IS NOT NULL) AND (academic_hours IS NOT NULL)))),
  CONSTRAINT proposed_course_title_fits CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)))
);
CREATE INDEX proposed_course ON program_request_proposal_course USING btree (course_id);

CREATE TABLE program_request_reservation (
  reservation_id uuid NOT NULL,
  request_id uuid NOT NULL,
  seats integer NOT NULL,
  CONSTRAINT program_request_reservation_pkey PRIMARY KEY (reservation_id),
  CONSTRAINT program_request_reservation_request_id_fkey FOREIGN KEY (request_id) REFERENCES program_request(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_reservation_reservation_id_fkey FOREIGN KEY (reservation_id) REFERENCES seat_reservation(id) ON DELETE RESTRICT,
  CONSTRAINT program_request_reservation_keeps_seats CHECK ((seats > 0))
);
CREATE INDEX program_request_reservation_of ON program_request_reservation USING btree (request_id);

CREATE TABLE program_request_year (
  year integer NOT NULL,
  last_number integer NOT NULL,
  CONSTRAINT program_request_year_pkey PRIMARY KEY (year),
  CONSTRAINT program_request_year_last_number_check CHECK (((last_number >= 1) AND (last_number <= 999999)))
);

CREATE TABLE quiet_job (
  id uuid NOT NULL,
  name text NOT NULL,
  payload json NOT NULL,
  CONSTRAINT quiet_job_pkey PRIMARY KEY (id)
);

CREATE TABLE reference_version (
  "only" boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 0,
  is_shipped boolean NOT NULL,
  changed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT reference_version_pkey PRIMARY KEY ("only"),
  CONSTRAINT one_reference_version CHECK ("only")
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON reference_version FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE review_task (
  id uuid NOT NULL,
  curriculum_id uuid NOT NULL,
  edition_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  resolved_at timestamp with time zone,
  note text,
  CONSTRAINT review_task_pkey PRIMARY KEY (id),
  CONSTRAINT review_task_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id) ON DELETE RESTRICT,
  CONSTRAINT review_task_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES legal_act_edition(id) ON DELETE RESTRICT,
  CONSTRAINT review_note_fits CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000)))
);
CREATE UNIQUE INDEX one_review_task_per_change ON review_task USING btree (curriculum_id, edition_id);
CREATE INDEX review_task_newest ON review_task USING btree (created_at, id);

CREATE TABLE role_grant (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  role role NOT NULL,
  scope grant_scope NOT NULL,
  valid_from timestamp with time zone NOT NULL DEFAULT now(),
  valid_to timestamp with time zone,
  granted_by_account_id uuid,
  revoked_at timestamp with time zone,
  CONSTRAINT role_grant_pkey PRIMARY KEY (id),
  CONSTRAINT role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT role_grant_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT role_grant_period CHECK (((valid_to IS NULL) OR (valid_to > valid_from)))
);
CREATE INDEX role_grant_account ON role_grant USING btree (account_id, organization_id);
CREATE INDEX role_grant_organization ON role_grant USING btree (organization_id) WHERE (revoked_at IS NULL);

CREATE TABLE room (
  id uuid NOT NULL,
  venue_id uuid NOT NULL,
  name text NOT NULL,
  seats integer,
  CONSTRAINT room_pkey PRIMARY KEY (id),
  CONSTRAINT room_name_in_venue UNIQUE (venue_id, name),
  CONSTRAINT room_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venue(id) ON DELETE CASCADE,
  CONSTRAINT room_seats CHECK ((seats > 0))
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON room FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE seat_reservation (
  id uuid NOT NULL,
  offering_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  parent_id uuid,
  path uuid[] NOT NULL,
  seats integer NOT NULL,
  named integer NOT NULL DEFAULT 0,
  unnamed integer NOT NULL,
  passed_down integer NOT NULL DEFAULT 0,
  release_on date,
  release_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT seat_reservation_pkey PRIMARY KEY (id),
  CONSTRAINT seat_reservation_in_offering UNIQUE (id, offering_id),
  CONSTRAINT seat_reservation_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE RESTRICT,
  CONSTRAINT seat_reservation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT seat_reservation_parent FOREIGN KEY (parent_id, offering_id) REFERENCES seat_reservation(id, offering_id) ON DELETE RESTRICT,
  CONSTRAINT reservation_adds_up CHECK (((named >= 0) AND (unnamed >= 0) AND (passed_down >= 0) AND (((passed_down + named) + unnamed) = seats))),
  CONSTRAINT reservation_path CHECK (((path[cardinality(path)] = id) AND ((cardinality(path) > 1) = (parent_id IS NOT NULL)))),
  CONSTRAINT reservation_release CHECK (((release_on IS NULL) = (release_at IS NULL)))
);
CREATE INDEX seat_reservation_by_offering ON seat_reservation USING btree (offering_id, created_at, id);
CREATE INDEX seat_reservation_by_organization ON seat_reservation USING btree (organization_id, offering_id);
CREATE INDEX seat_reservation_by_parent ON seat_reservation USING btree (parent_id);
CREATE INDEX seat_reservation_release ON seat_reservation USING btree (release_at) WHERE (unnamed > 0);
CREATE CONSTRAINT TRIGGER reservation_cascade_adds_up AFTER INSERT OR UPDATE ON seat_reservation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION reservation_cascade_adds_up();

CREATE TABLE sector (
  code text NOT NULL,
  names jsonb NOT NULL,
  isic_rev4_sections text[] NOT NULL,
  isic_rev4_divisions text[] NOT NULL,
  isic_rev4_classes text[] NOT NULL,
  note text,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT sector_pkey PRIMARY KEY (code),
  CONSTRAINT sector_name_is_never_blank CHECK ((COALESCE((names ->> 'en'::text), ''::text) <> ''::text))
);

CREATE TABLE session (
  id uuid NOT NULL,
  offering_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  room_id uuid,
  takes_place boolean NOT NULL DEFAULT true,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_as_taught UNIQUE (id, starts_at, ends_at, takes_place),
  CONSTRAINT session_offering_id_fkey FOREIGN KEY (offering_id) REFERENCES offering(id) ON DELETE CASCADE,
  CONSTRAINT session_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id) ON DELETE RESTRICT,
  CONSTRAINT session_period CHECK ((starts_at < ends_at)),
  CONSTRAINT room_in_one_session_at_a_time EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE ((takes_place AND (room_id IS NOT NULL)))
);
CREATE INDEX session_by_offering ON session USING btree (offering_id, starts_at) INCLUDE (ends_at, takes_place);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON session FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE session_instructor (
  session_id uuid NOT NULL,
  instructor_id uuid NOT NULL,
  person_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  takes_place boolean NOT NULL,
  CONSTRAINT session_instructor_pkey PRIMARY KEY (session_id, instructor_id),
  CONSTRAINT session_instructor_person FOREIGN KEY (instructor_id, person_id) REFERENCES instructor(id, person_id) ON DELETE RESTRICT,
  CONSTRAINT session_instructor_times FOREIGN KEY (session_id, starts_at, ends_at, takes_place) REFERENCES session(id, starts_at, ends_at, takes_place) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT instructor_in_one_session_at_a_time EXCLUDE USING gist (person_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (takes_place)
);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON session_instructor FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE TABLE sign_in (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  CONSTRAINT sign_in_pkey PRIMARY KEY (id),
  CONSTRAINT sign_in_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX sign_in_account ON sign_in USING btree (account_id);
CREATE UNIQUE INDEX sign_in_token ON sign_in USING btree (token_hash) INCLUDE (id, account_id, expires_at, ended_at);

CREATE TABLE subdivision (
  code text NOT NULL,
  country_code text NOT NULL,
  type text,
  names jsonb NOT NULL,
  parent_code text,
  former_code text,
  time_zone text,
  note text,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT subdivision_pkey PRIMARY KEY (code),
  CONSTRAINT subdivision_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT subdivision_country_code_time_zone_fkey FOREIGN KEY (country_code, time_zone) REFERENCES country_time_zone(country_code, time_zone) ON DELETE RESTRICT,
  CONSTRAINT subdivision_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES subdivision(code) ON DELETE RESTRICT,
  CONSTRAINT subdivision_code_is_of_its_country CHECK ((code ~~ (country_code || '-%'::text))),
  CONSTRAINT subdivision_name_is_never_blank CHECK ((COALESCE((names ->> 'en'::text), ''::text) <> ''::text))
);
CREATE UNIQUE INDEX subdivision_of_country ON subdivision USING btree (country_code, code);

CREATE TABLE training_duty (
  id uuid NOT NULL,
  rule_id uuid NOT NULL,
  mandate_id uuid NOT NULL,
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  role_code text NOT NULL,
  first_due_on date NOT NULL,
  counts_from date,
  ends_at timestamp with time zone,
  due_on date NOT NULL,
  due_at timestamp with time zone NOT NULL,
  learned_on date,
  learned_enrollment_id uuid,
  relearn_at timestamp with time zone,
  booked_enrollment_id uuid,
  CONSTRAINT training_duty_pkey PRIMARY KEY (id),
  CONSTRAINT one_duty_per_office_and_rule UNIQUE (mandate_id, rule_id),
  CONSTRAINT training_duty_booked_enrollment_id_fkey FOREIGN KEY (booked_enrollment_id) REFERENCES enrollment(id) ON DELETE RESTRICT,
  CONSTRAINT training_duty_learned_enrollment_id_fkey FOREIGN KEY (learned_enrollment_id) REFERENCES enrollment(id) ON DELETE RESTRICT,
  CONSTRAINT training_duty_mandate_id_fkey FOREIGN KEY (mandate_id) REFERENCES mandate(id) ON DELETE CASCADE,
  CONSTRAINT training_duty_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT training_duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE RESTRICT,
  CONSTRAINT training_duty_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES training_rule(id) ON DELETE CASCADE,
  CONSTRAINT training_duty_learned_somewhere CHECK (((learned_on IS NULL) = (learned_enrollment_id IS NULL))),
  CONSTRAINT training_duty_relearned_after CHECK (((relearn_at IS NULL) OR (learned_on IS NOT NULL)))
);
CREATE INDEX training_duty_booked ON training_duty USING btree (due_at, id) WHERE (booked_enrollment_id IS NOT NULL);
CREATE INDEX training_duty_by_role ON training_duty USING btree (role_code, due_at, id);
CREATE INDEX training_duty_by_rule ON training_duty USING btree (rule_id, due_at, id);
CREATE INDEX training_duty_in_order ON training_duty USING btree (due_at, id);
CREATE INDEX training_duty_learned ON training_duty USING btree (due_at, id) WHERE (learned_on IS NOT NULL);
CREATE INDEX training_duty_of_organization ON training_duty USING btree (organization_id, due_at, id);
CREATE INDEX training_duty_of_person ON training_duty USING btree (person_id, due_at, id);
CREATE CONSTRAINT TRIGGER raise_version AFTER INSERT OR DELETE OR UPDATE ON training_duty DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_version_of_duties();

CREATE TABLE training_duty_version (
  share smallint NOT NULL,
  version bigint NOT NULL DEFAULT 0,
  CONSTRAINT training_duty_version_pkey PRIMARY KEY (share),
  CONSTRAINT training_duty_version_share CHECK (((share >= 0) AND (share <= 63)))
);

CREATE TABLE training_role (
  code text NOT NULL,
  names jsonb NOT NULL,
  "group" training_role_group NOT NULL,
  level training_role_level NOT NULL,
  isco08 text,
  isco08_title text,
  note text,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT training_role_pkey PRIMARY KEY (code),
  CONSTRAINT training_role_name_is_never_blank CHECK ((COALESCE((names ->> 'en'::text), ''::text) <> ''::text))
);

CREATE TABLE training_rule (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  role_code text NOT NULL,
  kinds organization_kind[] NOT NULL,
  within_days integer NOT NULL,
  accepted_days_before integer,
  refresh_months integer,
  valid_from date NOT NULL,
  valid_to date,
  basis rule_basis NOT NULL,
  legal_requirement_id uuid,
  revision integer NOT NULL DEFAULT 1,
  created_by_account_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT training_rule_pkey PRIMARY KEY (id),
  CONSTRAINT training_rule_created_by_account_id_fkey FOREIGN KEY (created_by_account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT training_rule_legal_requirement_id_fkey FOREIGN KEY (legal_requirement_id) REFERENCES legal_requirement(id) ON DELETE RESTRICT,
  CONSTRAINT training_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT,
  CONSTRAINT training_rule_role_code_fkey FOREIGN KEY (role_code) REFERENCES training_role(code) ON DELETE RESTRICT,
  CONSTRAINT training_rule_basis CHECK (((basis = 'LEGAL_REQUIREMENT'::rule_basis) = (legal_requirement_id IS NOT NULL))),
  CONSTRAINT training_rule_days CHECK ((((within_days >= 1) AND (within_days <= 3650)) AND ((accepted_days_before >= 0) AND (accepted_days_before <= 36500)))),
  CONSTRAINT training_rule_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
  CONSTRAINT training_rule_refresh CHECK ((((refresh_months >= 1) AND (refresh_months <= 240)) AND ((refresh_months * 28) > within_days)))
);
CREATE INDEX training_rule_of_organization ON training_rule USING btree (organization_id, role_code);

CREATE TABLE training_rule_course (
  rule_id uuid NOT NULL,
  course_id uuid NOT NULL,
  CONSTRAINT training_rule_course_pkey PRIMARY KEY (rule_id, course_id),
  CONSTRAINT training_rule_course_course_id_fkey FOREIGN KEY (course_id) REFERENCES course(id) ON DELETE RESTRICT,
  CONSTRAINT training_rule_course_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES training_rule(id) ON DELETE CASCADE
);
CREATE INDEX training_rule_course_by_course ON training_rule_course USING btree (course_id);

CREATE TABLE union_center (
  code text NOT NULL,
  country_code text NOT NULL,
  "position" integer NOT NULL,
  names jsonb NOT NULL,
  short_name text,
  website text,
  note text,
  source text NOT NULL,
  verification verification NOT NULL,
  verification_note text,
  field_sources jsonb NOT NULL DEFAULT '[]'::jsonb,
  retired_at timestamp with time zone,
  CONSTRAINT union_center_pkey PRIMARY KEY (code),
  CONSTRAINT union_center_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT union_center_name_is_never_blank CHECK ((COALESCE((names ->> 'en'::text), ''::text) <> ''::text))
);
CREATE INDEX union_center_of_country ON union_center USING btree (country_code, "position");

CREATE TABLE uploaded_file (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  ticket_hash bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  reader text NOT NULL,
  taken_at timestamp with time zone,
  kept_at timestamp with time zone,
  byte_count integer,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT uploaded_file_pkey PRIMARY KEY (id),
  CONSTRAINT uploaded_file_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE RESTRICT,
  CONSTRAINT kept_files_are_counted CHECK (((kept_at IS NULL) = (byte_count IS NULL)))
);
CREATE UNIQUE INDEX uploaded_file_by_ticket ON uploaded_file USING btree (ticket_hash);
CREATE INDEX uploaded_file_in_order ON uploaded_file USING btree (created_at);

CREATE TABLE venue (
  id uuid NOT NULL,
  organization_id uuid NOT NULL,
  name text NOT NULL,
  locality text NOT NULL,
  address text,
  country_code text NOT NULL,
  time_zone text NOT NULL,
  CONSTRAINT venue_pkey PRIMARY KEY (id),
  CONSTRAINT venue_country_code_fkey FOREIGN KEY (country_code) REFERENCES country(code) ON DELETE RESTRICT,
  CONSTRAINT venue_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id) ON DELETE RESTRICT
);
CREATE INDEX venue_by_organization ON venue USING btree (organization_id, id);
CREATE TRIGGER tell_of_change AFTER INSERT OR DELETE OR UPDATE ON venue FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
