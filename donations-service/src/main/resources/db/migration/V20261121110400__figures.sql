-- Balances the city's figures are read from. Triggers write the changes, so that no path of the code can forget one; a change is
-- a row of its own, so that two donors never wait for each other over a statistic; a tick folds them into the balances.

create table figure (
  day date not null,
  name text not null,
  hub_id uuid,
  municipio smallint,
  amount numeric(16, 3) not null,
  unique nulls not distinct (day, name, hub_id, municipio)
);

create table figure_change (
  id bigint generated always as identity primary key,
  day date not null,
  name text not null,
  hub_id uuid,
  municipio smallint,
  amount numeric(16, 3) not null
);

create view figure_now as
select day, name, hub_id, municipio, sum(amount) as amount
from (
  select day, name, hub_id, municipio, amount from figure
  union all
  select day, name, hub_id, municipio, amount from figure_change
) kept
group by day, name, hub_id, municipio;

create function rome_day(at timestamptz) returns date language sql immutable
return (at at time zone 'Europe/Rome')::date;

-- NEEDS_OPEN: published and not expired, by the day it began or ceased to be so. NEEDS_MET: by the day it was.
create function count_need() returns trigger language plpgsql as $$
declare
  was text := case when tg_op = 'UPDATE' then old.state end;
begin
  if (was is not distinct from 'PUBLISHED') <> (new.state = 'PUBLISHED') then
    insert into figure_change (day, name, municipio, amount)
    values (rome_day(now()), 'NEEDS_OPEN', new.municipio, case new.state when 'PUBLISHED' then 1 else -1 end);
  end if;
  if (was is not distinct from 'FULFILLED') <> (new.state = 'FULFILLED') then
    insert into figure_change (day, name, municipio, amount)
    values (rome_day(now()), 'NEEDS_MET', new.municipio, case new.state when 'FULFILLED' then 1 else -1 end);
  end if;
  return null;
end $$;
create trigger need_counts after insert or update of state on need for each row execute function count_need();

-- DONATIONS_<STATE> and PROMISED_KG: by the day of the pledge and the hub it goes to, whatever became of it since.
create function count_donation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (old.state, old.hub_id, old.kg) is not distinct from (new.state, new.hub_id, new.kg) then
      return null;
    end if;
    insert into figure_change (day, name, hub_id, amount)
    values (old.day, 'DONATIONS_' || old.state, old.hub_id, -1),
           (old.day, 'PROMISED_KG', old.hub_id, case when old.state in ('CANCELLED', 'LAPSED') then 0 else -old.kg end);
  end if;
  insert into figure_change (day, name, hub_id, amount)
  values (new.day, 'DONATIONS_' || new.state, new.hub_id, 1),
         (new.day, 'PROMISED_KG', new.hub_id, case when new.state in ('CANCELLED', 'LAPSED') then 0 else new.kg end);
  return null;
end $$;
create trigger donation_counts after insert or update on donation for each row execute function count_donation();
