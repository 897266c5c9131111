-- Places of people who are signed up already: the waiting list, and shifts that move.

-- One transaction at a time confirms a person somewhere, or moves what she is confirmed for: who holds her is what no other waits
-- for in an exclusion constraint, where two that confirm the same people in another order would wait for each other.
--
-- Rows of places come before people. Whoever holds a person already only tries to hold the next (confirm_unless_busy), or holds all
-- of them in the order of their ids (move_sign_ups).
create or replace function person_lock(p_person uuid) returns bigint language sql immutable as $$
  select hashtextextended('sign_up:' || p_person, 0)
$$;

-- Waits for who holds her.
create or replace function hold_person(p_person uuid) returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(person_lock(p_person));
  return true;
end
$$;

-- Confirms a sign-up unless she is confirmed elsewhere at that time (false), or is held by somebody else this moment (null).
create or replace function confirm_unless_busy(p_sign_up uuid) returns boolean language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(person_lock((select person_id from sign_up where id = p_sign_up))) then
    return null;
  end if;
  update sign_up set state = 'CONFIRMED', asked_at = null, asked_about = null where id = p_sign_up;
  return true;
exception
  when exclusion_violation then
    return false;
end
$$;

-- Moves everybody's sign-ups with their shift, unless confirmed people would be in two places at once: then nothing is changed,
-- and it says how many. Who is being confirmed elsewhere this moment is waited for. Whoever waits is asked anew.
create or replace function move_sign_ups(p_shift uuid, p_start timestamptz, p_end timestamptz) returns int language plpgsql as $$
declare
  in_two_places int;
begin
  perform hold_person(person_id) from (
    select person_id from sign_up where shift_id = p_shift and state = 'CONFIRMED' order by person_id) comes;
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
