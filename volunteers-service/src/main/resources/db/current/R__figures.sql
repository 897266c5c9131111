-- Balances the city's figures are read from, kept by triggers at the commit, because many transactions share a balance: its row is
-- locked last and shortest, so that whoever holds one waits for nobody. At any time the balances equal a recount.

create or replace function count_shift() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into shift_balance as b (day, owner_kind, owner_id, shifts) values (new.day, new.owner_kind, new.owner_id, 1)
    on conflict (day, owner_id) do update set shifts = b.shifts + 1;
  else
    update shift_balance b set shifts = b.shifts - 1,
      places = b.places - (select coalesce(sum(capacity), 0) from shift_role where shift_id = new.id)
    where b.day = new.day and b.owner_id = new.owner_id;
  end if;
  return null;
end
$$;

create or replace function count_places() returns trigger language plpgsql as $$
begin
  update shift_balance b set places = b.places + new.capacity - case tg_op when 'UPDATE' then old.capacity else 0 end
  from shift s where s.id = new.shift_id and s.state = 'OPEN' and b.day = s.day and b.owner_id = s.owner_id;
  return null;
end
$$;

create or replace function count_confirmed() returns trigger language plpgsql as $$
begin
  update shift_balance b set confirmed = b.confirmed + case new.state when 'CONFIRMED' then 1 else -1 end
  from shift s where s.id = new.shift_id and b.day = s.day and b.owner_id = s.owner_id;
  return null;
end
$$;

-- What was counted of a shift goes with it to its new day or owner: noted at once, before anything else of the transaction changes,
-- and moved at the commit. No presence is recorded before a shift begins.
create or replace function count_moved_shift() returns trigger language plpgsql as $$
begin
  insert into balance_move (owner_kind, from_day, from_owner, to_day, to_owner, places, confirmed)
  select new.owner_kind, old.day, old.owner_id, new.day, new.owner_id,
    (select coalesce(sum(capacity), 0) from shift_role where shift_id = new.id),
    (select count(*) from sign_up where shift_id = new.id and state = 'CONFIRMED');
  return null;
end
$$;

create or replace function move_balance() returns trigger language plpgsql as $$
begin
  insert into shift_balance (day, owner_kind, owner_id) values (new.to_day, new.owner_kind, new.to_owner) on conflict do nothing;
  perform from shift_balance where (day, owner_id) in ((new.from_day, new.from_owner), (new.to_day, new.to_owner))
  order by day, owner_id for no key update;
  update shift_balance set shifts = shifts - 1, places = places - new.places, confirmed = confirmed - new.confirmed
  where day = new.from_day and owner_id = new.from_owner;
  update shift_balance set shifts = shifts + 1, places = places + new.places, confirmed = confirmed + new.confirmed
  where day = new.to_day and owner_id = new.to_owner;
  delete from balance_move where id = new.id;
  return null;
end
$$;

-- Each day a person was present remembers the day she was present before it; how many have each pair of days is what is kept, in the
-- whole city and for each owner (scope).
create or replace function count_presence(p_scope uuid, p_person uuid, p_day date) returns void language plpgsql as $$
declare
  previous date;
  following date;
begin
  insert into presence (scope, person_id, day) values (p_scope, p_person, p_day) on conflict do nothing;
  if not found then
    return;
  end if;
  select coalesce(max(day), '-infinity') into previous from presence
  where scope = p_scope and person_id = p_person and day < p_day;
  select min(day) into following from presence where scope = p_scope and person_id = p_person and day > p_day;
  if following is not null then
    update presence_balance set people = people - 1 where scope = p_scope and day = following and day_before = previous;
    insert into presence_balance as b values (p_scope, following, p_day, 1)
    on conflict (scope, day, day_before) do update set people = b.people + 1;
  end if;
  insert into presence_balance as b values (p_scope, p_day, previous, 1)
  on conflict (scope, day, day_before) do update set people = b.people + 1;
end
$$;

create or replace function count_attendance() returns trigger language plpgsql as $$
declare
  the_shift shift;
begin
  select * into the_shift from shift where id = new.shift_id;
  update shift_balance set seconds = seconds + extract(epoch from new.check_out - new.check_in)
    - case tg_op when 'UPDATE' then extract(epoch from old.check_out - old.check_in) else 0 end
  where day = the_shift.day and owner_id = the_shift.owner_id;
  if tg_op = 'INSERT' then
    -- One at a time: neighbouring days of one person must see each other.
    perform pg_advisory_xact_lock(hashtext('presence'));
    perform count_presence('00000000-0000-0000-0000-000000000000', new.person_id, the_shift.day);
    perform count_presence(the_shift.owner_id, new.person_id, the_shift.day);
  end if;
  return null;
end
$$;
