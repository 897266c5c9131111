alter table shift add column version bigint not null default 0;
comment on column shift.version is 'of what the owner decides: times and places';

create table shift_change (
  id uuid primary key,
  shift_id uuid not null references shift,
  starts_at timestamptz(0) not null,
  ends_at timestamptz(0) not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);
create index shift_change_by_shift on shift_change (shift_id);
comment on table shift_change is 'who changed times or places of a shift, to what times; the cause of the messages about it';

-- Moves everybody's sign-ups with their shift, unless confirmed people would be in two places at once: then nothing is changed,
-- and it says how many. A sign-up of theirs that is just being written is waited for.
create function move_sign_ups(p_shift uuid, p_start timestamptz, p_end timestamptz) returns int language plpgsql as $$
declare
  in_two_places int;
begin
  loop
    begin
      -- Whoever waits is asked anew; an offer ends with the start.
      update sign_up set starts_at = p_start, ends_at = p_end,
        asked_until = case state when 'OFFERED' then least(asked_until, p_start) end
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

-- A shift that goes to another day takes along what is counted of it. At once, unlike the rest: it counts what there is before
-- anything else of the transaction changes, and that is counted on the new day. No presence is recorded before a shift begins.
create function count_moved_shift() returns trigger language plpgsql as $$
declare
  the_places int;
  the_confirmed int;
begin
  insert into shift_balance (day, owner_kind, owner_id) values (new.day, new.owner_kind, new.owner_id) on conflict do nothing;
  perform from shift_balance where owner_id = new.owner_id and day in (old.day, new.day) order by day for no key update;
  select coalesce(sum(capacity), 0) into the_places from shift_role where shift_id = new.id;
  select count(*) into the_confirmed from sign_up where shift_id = new.id and state = 'CONFIRMED';
  update shift_balance set shifts = shifts - 1, places = places - the_places, confirmed = confirmed - the_confirmed
  where owner_id = new.owner_id and day = old.day;
  update shift_balance set shifts = shifts + 1, places = places + the_places, confirmed = confirmed + the_confirmed
  where owner_id = new.owner_id and day = new.day;
  return null;
end
$$;
create trigger moved after update of starts_at on shift for each row
  when (old.day <> new.day and old.state = 'OPEN' and new.state = 'OPEN') execute function count_moved_shift();
