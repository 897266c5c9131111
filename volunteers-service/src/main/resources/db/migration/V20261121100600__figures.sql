-- Balances the city's figures are read from, so that a dashboard costs the same with a hundred times the history. Triggers keep
-- them: no path of the code can forget one. They fire at the commit, because many transactions share a balance: its row is
-- locked last and shortest. At any time the balances equal a recount.

create table shift_balance (
  day date not null,
  owner_kind text not null,
  owner_id uuid not null,
  shifts int not null default 0 check (shifts >= 0),
  places int not null default 0 check (places >= 0),
  confirmed int not null default 0 check (confirmed >= 0),
  seconds bigint not null default 0 check (seconds >= 0),
  primary key (day, owner_id)
) with (fillfactor = 50);

comment on column shift_balance.day is 'the day a shift begins, in Europe/Rome';
comment on column shift_balance.shifts is 'shifts that are not cancelled';
comment on column shift_balance.seconds is 'time of recorded presence';

create function count_shift() returns trigger language plpgsql as $$
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
create constraint trigger counted after insert on shift deferrable initially deferred for each row when (new.state = 'OPEN') execute function count_shift();
create constraint trigger discounted after update of state on shift deferrable initially deferred for each row
  when (old.state = 'OPEN' and new.state = 'CANCELLED') execute function count_shift();

create function count_places() returns trigger language plpgsql as $$
begin
  update shift_balance b set places = b.places + new.capacity - case tg_op when 'UPDATE' then old.capacity else 0 end
  from shift s where s.id = new.shift_id and s.state = 'OPEN' and b.day = s.day and b.owner_id = s.owner_id;
  return null;
end
$$;
create constraint trigger counted after insert or update of capacity on shift_role deferrable initially deferred for each row execute function count_places();

create function count_confirmed() returns trigger language plpgsql as $$
begin
  update shift_balance b set confirmed = b.confirmed + case new.state when 'CONFIRMED' then 1 else -1 end
  from shift s where s.id = new.shift_id and b.day = s.day and b.owner_id = s.owner_id;
  return null;
end
$$;
create constraint trigger counted_at_once after insert on sign_up deferrable initially deferred for each row
  when (new.state = 'CONFIRMED') execute function count_confirmed();
create constraint trigger counted after update of state on sign_up deferrable initially deferred for each row
  when ((old.state = 'CONFIRMED') <> (new.state = 'CONFIRMED')) execute function count_confirmed();

-- People are counted once however often they came in a period. Each day a person was present remembers the day she was present
-- before it; of the days of a period exactly one has its predecessor outside. So the people of any period are
--   sum(people) where day between :from and :to and day_before < :from
-- and only how many have each pair of days is kept, in the whole city and for each owner (scope).
create table presence (
  scope uuid not null,
  person_id uuid not null references person,
  day date not null,
  primary key (scope, person_id, day)
);

create table presence_balance (
  scope uuid not null,
  day date not null,
  day_before date not null,
  people int not null check (people >= 0),
  primary key (scope, day, day_before)
) with (fillfactor = 50);

comment on column presence_balance.scope is 'an owner, or the nil id for the whole city';
comment on column presence_balance.day_before is '-infinity = her first';

create function count_presence(p_scope uuid, p_person uuid, p_day date) returns void language plpgsql as $$
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

create function count_attendance() returns trigger language plpgsql as $$
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
create constraint trigger counted after insert or update of check_in, check_out on attendance deferrable initially deferred for each row
  execute function count_attendance();
