-- The waiting list by its two rules: more than a day before the start a place that comes free goes to the next who can come; after
-- that people are asked, one more every half hour, and the first yes has it. An ask holds no place and stays open until the start.
alter table shift_role add column vacancy uuid, add column ask_due timestamptz;
comment on column shift_role.vacancy is 'what freed the first free place: what people are asked about';
comment on column shift_role.ask_due is 'when the next who waits is asked; null = at once, or nobody is left to ask';
create index ask_due on shift_role (ask_due) where ask_due is not null;

alter table sign_up add column asked_at timestamptz, add column asked_about uuid;
comment on column sign_up.asked_at is 'when she was asked about a free place';
comment on column sign_up.asked_about is 'the vacancy she was asked about last';

-- Who was offered a place, or did not answer in time, waits again and counts as asked; where nothing can come of it any more the
-- offer that was not answered is what her sign-up ended by.
update shift_role r set vacancy = uuidv7()
where exists (select from sign_up s where s.shift_id = r.shift_id and s.role = r.role and s.state in ('WAITING', 'OFFERED', 'EXPIRED'));
create temporary table no_longer_offered on commit drop as
  select s.id, s.state, r.vacancy from sign_up s
  join shift t on t.id = s.shift_id join shift_role r on r.shift_id = s.shift_id and r.role = s.role
  where s.state = 'OFFERED' and t.state = 'OPEN'
    or s.state = 'EXPIRED' and t.state = 'OPEN' and s.starts_at > now() and not exists
      (select from sign_up again where again.shift_id = s.shift_id and again.person_id = s.person_id
         and (again.state in ('REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED') or again.state = 'EXPIRED' and again.id > s.id));
alter table sign_up drop constraint sign_up_state_check;
drop index one_live_sign_up;
update shift_role r set taken = r.taken - n.offered, waiting = r.waiting + n.offered + n.expired
from (select shift_id, role, count(*) filter (where f.state = 'OFFERED') offered, count(*) filter (where f.state = 'EXPIRED') expired
      from no_longer_offered f join sign_up s using (id) group by shift_id, role) n
where r.shift_id = n.shift_id and r.role = n.role;
update sign_up s set state = 'WAITING', asked_at = now(), asked_about = f.vacancy from no_longer_offered f where f.id = s.id;
update sign_up set asked_at = now(), asked_about = (select vacancy from shift_role r where r.shift_id = sign_up.shift_id and r.role = sign_up.role)
where state = 'WAITING' and asked_until is not null;
update sign_up set state = 'REMOVED', removed_for = 'OFFER_EXPIRED' where state in ('OFFERED', 'EXPIRED');
insert into place_to_fill (shift_id, role)
select shift_id, role from shift_role join shift on shift.id = shift_id
where waiting > 0 and taken < capacity and state = 'OPEN' and starts_at > now();
set constraints all immediate;

alter table sign_up drop column asked_until;
alter table sign_up add constraint sign_up_state_check
  check (state in ('REQUESTED', 'CONFIRMED', 'WAITING', 'DECLINED', 'CANCELLED', 'REMOVED'));
create unique index one_live_sign_up on sign_up (shift_id, person_id) where state in ('REQUESTED', 'CONFIRMED', 'WAITING');
comment on column shift_role.taken is 'sign-ups that hold a place: CONFIRMED, REQUESTED';

-- People of a shift who are still to be told something of it: decided in portions, so that whoever changes the shift does not hold
-- its rows for as long as it takes to write to everybody.
create table people_to_tell (
  id uuid primary key default uuidv7(),
  shift_id uuid not null references shift,
  notice text not null check (length(notice) <= 40),
  cause uuid not null,
  told_up_to uuid
);
comment on column people_to_tell.told_up_to is 'the last sign-up of those who were told';

-- Confirms a sign-up unless she is confirmed elsewhere at that time (false). Another sign-up of hers that is just being
-- written is waited for. Where that one waits for this one too, PostgreSQL ends one of the two attempts: then the other is
-- waited for, once, so that the leave or change this belongs to need not fail.
create or replace function confirm_unless_busy(p_sign_up uuid) returns boolean language plpgsql as $$
begin
  for attempt in 1..2 loop
    begin
      update sign_up set state = 'CONFIRMED', asked_at = null, asked_about = null where id = p_sign_up;
      return true;
    exception
      when exclusion_violation then
        return false;
      when deadlock_detected then
        if attempt = 2 then
          raise;
        end if;
    end;
  end loop;
end
$$;

-- Moves everybody's sign-ups with their shift, unless confirmed people would be in two places at once: then nothing is changed,
-- and it says how many. A sign-up of theirs that is just being written is waited for. Whoever waits is asked anew.
create or replace function move_sign_ups(p_shift uuid, p_start timestamptz, p_end timestamptz) returns int language plpgsql as $$
declare
  in_two_places int;
begin
  loop
    begin
      update sign_up set starts_at = p_start, ends_at = p_end, asked_at = null, asked_about = null
      where shift_id = p_shift;
      return 0;
    exception when exclusion_violation then
      select count(*) into in_two_places from sign_up comes
      where shift_id = p_shift and state = 'CONFIRMED' and exists
        (select from sign_up elsewhere
         where elsewhere.person_id = comes.person_id and elsewhere.state = 'CONFIRMED' and elsewhere.shift_id <> p_shift
           and elsewhere.during && tstzrange(p_start, p_end));
      if in_two_places > 0 then
        return in_two_places;
      end if;
      -- What stood in the way has been left this moment: try again.
    end;
  end loop;
end
$$;

drop function sign_up(text, uuid, bytea, uuid, uuid, text, uuid, text, interval);

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
create function sign_up(
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

  -- One at a time, so that two at once are not one too many.
  perform pg_advisory_xact_lock(hashtextextended('sign_up:' || the_person, 0));
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
    perform outbox_append('volunteers.shifts', p_shift, 'VolunteerConfirmed.v1', jsonb_build_object(
      'shiftId', p_shift, 'signUpId', p_id, 'personId', the_person, 'subject', p_subject, 'role', p_role,
      'ownerKind', the_shift.owner_kind, 'ownerId', the_shift.owner_id,
      'start', rfc3339(the_shift.starts_at), 'end', rfc3339(the_shift.ends_at)), p_trace_parent);
  end if;
end
$$;
