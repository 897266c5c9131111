-- Times as they stand in events: RFC 3339, UTC.
create or replace function rfc3339(timestamptz) returns text language sql immutable parallel safe as $$
  select to_char($1 at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
$$;

-- What is told of somebody who comes to a shift: VolunteerConfirmed.v1.
create or replace function volunteer_confirmed(p_sign_up sign_up, p_shift shift, p_subject uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'shiftId', p_shift.id, 'signUpId', p_sign_up.id, 'personId', p_sign_up.person_id, 'subject', p_subject, 'role', p_sign_up.role,
    'ownerKind', p_shift.owner_kind, 'ownerId', p_shift.owner_id,
    'start', rfc3339(p_shift.starts_at), 'end', rfc3339(p_shift.ends_at))
$$;

-- A whole sign-up in one round trip. Everybody queues for the row of (shift, role): under its lock the arrival number and the
-- free places are what they seem, and only what was really inserted is counted (a duplicate must not take a place).
--
-- Asked again under the same key it answers what it answered; under another key, how her sign-up stands. A refusal is an
-- exception, so that nothing of the attempt remains, not even the key:
--   VS404 no such shift                      VS400 the shift has no such role
--   VS001 started     VS002 cancelled        VS003 its organisation may not take people now
--   VS004 she has another role in it (DETAIL: the role)
--   VS005 she is confirmed elsewhere at that time (DETAIL: that shift)
--   VS006 she has p_most sign-ups ahead already
--
-- A shift whose organisation is suspended is hidden: for whoever is no member of it there is no such shift.
--
-- A free place goes to whoever comes, unless somebody before her was asked about it so recently that she has to wait for her turn,
-- or is still to be asked; in the last two hours she takes what is free.
--
-- Allowed, but said: with less than p_grace before or after it she is confirmed for a shift at another place (close_to).
create or replace function sign_up(
  p_principal text, p_key uuid, p_fingerprint bytea, p_id uuid, p_shift uuid, p_role text, p_subject uuid,
  p_trace_parent text, p_grace interval default '1 hour', p_most int default 60, out mine sign_up, out waiting_number int, out replayed boolean)
language plpgsql as $$
declare
  seen idempotency := idempotency_claim(p_principal, p_key, p_fingerprint, p_id);
  the_role shift_role;
  the_shift shift;
  the_owner text;
  the_person uuid;
  other text;
  near uuid;
  in_turn boolean := false;
begin
  replayed := seen.key is not null;
  if replayed then
    select * into mine from sign_up where id = seen.result;
    if found then
      mine.state := case when mine.first_number is null then 'CONFIRMED' else 'WAITING' end;
      waiting_number := mine.first_number;
      return;
    end if;
  end if;

  select * into the_role from shift_role where shift_id = p_shift and role = p_role for no key update;
  -- A statement of its own, so that it sees what a cancellation committed while this one queued.
  select * into the_shift from shift where id = p_shift;
  if the_shift.owner_kind = 'ORGANISATION' then
    select status into the_owner from organisation where id = the_shift.owner_id;
  end if;

  select id into the_person from person where subject = p_subject;
  if found then
    select * into mine from sign_up
    where shift_id = p_shift and person_id = the_person and (replayed or state in ('REQUESTED', 'CONFIRMED', 'WAITING'))
    order by id desc limit 1;
    if replayed or mine.role = p_role then
      if mine.state = 'WAITING' then
        select count(*) + 1 into waiting_number from sign_up
        where shift_id = p_shift and role = mine.role and state = 'WAITING' and queue < mine.queue;
      end if;
      return;
    end if;
  end if;

  case
    when the_shift.id is null or the_owner in ('PENDING', 'REJECTED') or the_owner = 'SUSPENDED' and not exists
      (select from membership where organisation_id = the_shift.owner_id and subject = p_subject)
    then
      raise exception 'no such shift' using errcode = 'VS404';
    when the_role.role is null then
      raise exception 'no such role' using errcode = 'VS400';
    when the_shift.state = 'CANCELLED' then
      raise exception 'cancelled' using errcode = 'VS002';
    when the_shift.starts_at <= clock_timestamp() then
      raise exception 'started' using errcode = 'VS001';
    when the_owner = 'SUSPENDED' then
      raise exception 'its organisation is suspended' using errcode = 'VS003';
    else
  end case;

  if the_person is null then
    insert into person (id, subject) values (uuidv7(), p_subject)
    on conflict (subject) do update set subject = excluded.subject returning id into the_person;
  else
    select s.shift_id into near
    from sign_up s join shift t on t.id = s.shift_id join opportunity there on there.id = t.opportunity_id
    join opportunity here on here.id = the_shift.opportunity_id
    where s.person_id = the_person and s.state = 'CONFIRMED'
      and s.during && tstzrange(the_shift.starts_at - p_grace, the_shift.ends_at + p_grace)
      and not s.during && tstzrange(the_shift.starts_at, the_shift.ends_at)
      and coalesce(there.place_address, there.owner_id::text) <> coalesce(here.place_address, here.owner_id::text)
    order by s.starts_at limit 1;
  end if;

  -- One at a time, so that two at once are not one too many, and none waits for the other in the constraint below.
  perform hold_person(the_person);
  if (select count(*) from sign_up
      where person_id = the_person and starts_at > clock_timestamp() and state in ('REQUESTED', 'CONFIRMED', 'WAITING')) >= p_most
  then
    raise exception 'too many' using errcode = 'VS006';
  end if;

  if the_role.taken < the_role.capacity and the_role.waiting > 0 and the_shift.starts_at > clock_timestamp() + interval '2 hours' then
    in_turn := exists (
      select from sign_up w
      where w.shift_id = p_shift and w.role = p_role and w.state = 'WAITING'
        and case when w.asked_about = the_role.vacancy then the_role.ask_due > clock_timestamp()
            else not exists (select from sign_up c
              where c.person_id = w.person_id and c.state = 'CONFIRMED' and c.during && w.during) end);
  end if;
  if the_role.taken = the_role.capacity or in_turn then
    waiting_number := the_role.waiting + 1;
  end if;
  loop
    insert into sign_up (id, shift_id, role, person_id, state, arrival, first_number, queue, starts_at, ends_at, close_to,
                         signed_up_at)
    values (p_id, p_shift, p_role, the_person, case when waiting_number is null then 'CONFIRMED' else 'WAITING' end,
            the_role.arrivals + 1, waiting_number, the_role.arrivals + 1, the_shift.starts_at, the_shift.ends_at, near,
            clock_timestamp())
    on conflict do nothing
    returning * into mine;
    exit when found;

    select role into other from sign_up
    where shift_id = p_shift and person_id = the_person and state in ('REQUESTED', 'CONFIRMED', 'WAITING');
    if found then
      raise exception 'another role' using errcode = 'VS004', detail = other;
    end if;
    select shift_id into other from sign_up
    where person_id = the_person and state = 'CONFIRMED' and during && tstzrange(the_shift.starts_at, the_shift.ends_at)
    limit 1;
    if found then
      raise exception 'overlap' using errcode = 'VS005', detail = other;
    end if;
    -- What stood in the way has been left this moment: try again.
  end loop;

  update shift_role set arrivals = arrivals + 1,
    taken = taken + (waiting_number is null)::int,
    waiting = waiting + (waiting_number is not null)::int,
    ask_due = case when waiting_number is null and taken + 1 = capacity then null else ask_due end
  where shift_id = p_shift and role = p_role;
  if in_turn then
    insert into place_to_fill (shift_id, role) values (p_shift, p_role);
  end if;

  if waiting_number is null then
    perform outbox_append('volunteers.shifts', p_shift, 'VolunteerConfirmed.v1', volunteer_confirmed(mine, the_shift, p_subject),
      p_trace_parent);
  end if;
end
$$;
