-- Places of people who are signed up already: the waiting list, and shifts that move.

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
