-- Balances the city's figures are read from. Triggers write the changes, each a row of its own, so that two donors never wait for each
-- other over a statistic; a tick folds them into the balances.

-- A balance with the changes that are not folded into it yet.
create or replace view figure_now as
select day, name, hub_id, municipio, sum(amount) as amount
from (
  select day, name, hub_id, municipio, amount from figure
  union all
  select day, name, hub_id, municipio, amount from figure_change
) kept
group by day, name, hub_id, municipio;

create or replace function rome_day(at timestamptz) returns date language sql immutable
return (at at time zone 'Europe/Rome')::date;

-- NEEDS_OPEN: published and not expired, by the day it began or ceased to be so. NEEDS_MET: by the day it was.
create or replace function count_need() returns trigger language plpgsql as $$
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

-- DONATIONS_<STATE>, PROMISED_KG and PROMISED_FOOD_KG: by the day of the pledge and the hub it goes to, whatever became of it since.
create or replace function count_donation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (old.state, old.hub_id, old.kg, old.food_kg) is not distinct from (new.state, new.hub_id, new.kg, new.food_kg) then
      return null;
    end if;
    insert into figure_change (day, name, hub_id, amount)
    values (old.day, 'DONATIONS_' || old.state, old.hub_id, -1),
           (old.day, 'PROMISED_KG', old.hub_id, case when old.state in ('CANCELLED', 'LAPSED') then 0 else -old.kg end),
           (old.day, 'PROMISED_FOOD_KG', old.hub_id, case when old.state in ('CANCELLED', 'LAPSED') then 0 else -old.food_kg end);
  end if;
  insert into figure_change (day, name, hub_id, amount)
  values (new.day, 'DONATIONS_' || new.state, new.hub_id, 1),
         (new.day, 'PROMISED_KG', new.hub_id, case when new.state in ('CANCELLED', 'LAPSED') then 0 else new.kg end),
         (new.day, 'PROMISED_FOOD_KG', new.hub_id, case when new.state in ('CANCELLED', 'LAPSED') then 0 else new.food_kg end);
  return null;
end $$;
