-- What an enrollment costs at least: one statement to a function.

-- The place alone: lock, count, insert, counters, and one row that says what was done.
CREATE OR REPLACE FUNCTION bench_enroll_bare(asked_offering uuid, asked_person uuid, asking_account uuid)
RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  room offering;
  is_full boolean;
  place uuid := uuidv7();
BEGIN
  SELECT * INTO room FROM offering WHERE id = asked_offering FOR NO KEY UPDATE;
  is_full := room.waiting > 0 OR room.confirmed + room.offered + room.held + room.reserved >= room.capacity;
  INSERT INTO enrollment (id, offering_id, person_id, approval, seat, payment, queue_number, requested_at, confirmed_at)
  VALUES (place, asked_offering, asked_person, 'NOT_NEEDED',
    CASE WHEN is_full THEN 'WAITLISTED' ELSE 'CONFIRMED' END::seat_state, 'NOT_DUE',
    CASE WHEN is_full THEN room.last_queue_number + 1 END, now(), CASE WHEN NOT is_full THEN now() END)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN json_build_object('enrollment', NULL, 'errors', json_build_array(json_build_object('__typename', 'AlreadyEnrolled')));
  END IF;
  UPDATE offering SET confirmed = confirmed + (NOT is_full)::int, waiting = waiting + is_full::int,
    last_queue_number = last_queue_number + is_full::int WHERE id = asked_offering;
  INSERT INTO audit_entry (id, account_id, act, subject_type, subject_id)
  VALUES (uuidv7(), asking_account, 'enroll', 'Enrollment', place);
  RETURN json_build_object('enrollment', json_build_object('id', place,
    'seat', CASE WHEN is_full THEN 'WAITLISTED' ELSE 'CONFIRMED' END,
    'queueNumber', CASE WHEN is_full THEN room.last_queue_number + 1 END), 'errors', json_build_array());
END $$;

-- Beside it the rules of ours and the answer for a repeated request: the person’s lock and calendar. It tells nobody.
CREATE OR REPLACE FUNCTION bench_enroll_whole(asked_offering uuid, asked_person uuid, asking_account uuid, request_key text)
RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  room offering;
  asked text := encode(sha256((asked_offering || ' ' || asked_person)::bytea), 'hex');
  answer json;
BEGIN
  INSERT INTO idempotency_key (account_id, key, act, fingerprint) VALUES (asking_account, request_key, 'enroll', asked)
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RAISE EXCEPTION 'a benchmark repeats no request'; END IF;
  SELECT * INTO room FROM offering WHERE id = asked_offering FOR NO KEY UPDATE;
  PERFORM FROM person WHERE id = asked_person FOR NO KEY UPDATE;
  IF room.status <> 'OPEN' OR room.opens_at > now() OR room.closes_at <= now() THEN
    answer := json_build_object('enrollment', NULL, 'errors', json_build_array(json_build_object('__typename', 'OfferingClosed')));
  ELSIF EXISTS (
    SELECT FROM enrollment
    JOIN session theirs ON theirs.offering_id = enrollment.offering_id AND theirs.takes_place
    JOIN session ours ON ours.offering_id = asked_offering AND ours.takes_place
      AND ours.starts_at < theirs.ends_at AND theirs.starts_at < ours.ends_at
    WHERE enrollment.person_id = asked_person AND enrollment.seat = 'CONFIRMED' AND enrollment.offering_id <> asked_offering
  ) THEN
    answer := json_build_object('enrollment', NULL, 'errors', json_build_array(json_build_object('__typename', 'ClashesWithOwnSession')));
  ELSE
    answer := bench_enroll_bare(asked_offering, asked_person, asking_account);
  END IF;
  UPDATE idempotency_key SET outcome = answer::jsonb WHERE account_id = asking_account AND key = request_key;
  RETURN answer;
END $$;
