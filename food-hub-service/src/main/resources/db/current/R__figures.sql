-- Figures, kept by triggers in the transaction of what they count.

-- What a movement counts: goods from a supplier into a hub, and goods to the recipient of a delivery. What is taken back counts less on
-- the day it had counted: no day has taken in less than nothing.
create or replace view goods_counted as
select m.id, (side.at at time zone 'Europe/Rome')::date as day, side.hub_id, l.item_id, side.taken_in, side.handed_over
from movement m
join lot l on l.id = m.lot_id
cross join lateral (
  select m.to_owner as hub_id, m.quantity as taken_in, 0 as handed_over, m.occurred_at as at
  where m.from_kind = 'SUPPLIER' and m.to_kind in ('HUB', 'QUARANTINE')
  union all
  select m.from_owner, -m.quantity, 0, (
    select o.occurred_at from movement o
    where o.cause = m.cause and o.lot_id = m.lot_id and o.id < m.id
      and (o.from_kind, o.from_owner, o.to_kind, o.to_owner) = (m.to_kind, m.to_owner, m.from_kind, m.from_owner)
    order by o.id desc limit 1)
  where m.to_kind = 'SUPPLIER' and m.from_kind in ('HUB', 'QUARANTINE')
  union all
  select d.hub_id, 0, m.quantity, m.occurred_at from delivery d where m.to_kind = 'RECIPIENT' and d.id = m.to_owner
  union all
  select d.hub_id, 0, -m.quantity, (
    select o.occurred_at from movement o
    where o.lot_id = m.lot_id and (o.to_kind, o.to_owner) = ('RECIPIENT', m.from_owner) and o.id < m.id
    order by o.id desc limit 1)
  from delivery d where m.from_kind = 'RECIPIENT' and d.id = m.from_owner
) side;

-- Fires after the balances are locked (triggers of one event go by name): every booking locks balances, then figures. The row is made
-- first: a check judges what is to be inserted also where the row is there already.
create or replace function keep_goods_figures() returns trigger language plpgsql as $$
begin
  if exists (select from booked where 'SUPPLIER' in (from_kind, to_kind) or 'RECIPIENT' in (from_kind, to_kind)) then
    insert into goods_figure (day, hub_id, item_id, taken_in, handed_over)
    select distinct day, hub_id, item_id, 0, 0
    from goods_counted where id in (select id from booked)
    order by day, hub_id, item_id
    on conflict do nothing;

    update goods_figure f
    set taken_in = f.taken_in + c.taken_in, handed_over = f.handed_over + c.handed_over
    from (
      select day, hub_id, item_id, sum(taken_in) as taken_in, sum(handed_over) as handed_over
      from goods_counted where id in (select id from booked)
      group by day, hub_id, item_id
    ) c
    where (f.day, f.hub_id, f.item_id) = (c.day, c.hub_id, c.item_id);
  end if;
  return null;
end $$;

-- Parcels packed, per day (Europe/Rome).
create or replace function keep_parcel_figures() returns trigger language plpgsql as $$
begin
  insert into parcel_figure as f
  select (packed_at at time zone 'Europe/Rome')::date, hub_id, count(*), 0 from packed group by 1, 2 order by 1, 2
  on conflict (day, hub_id) do update set packed = f.packed + excluded.packed;
  return null;
end $$;

-- What became of a packed one; a household is served once by a hub on a day, however many parcels it gets.
create or replace function keep_parcel_outcomes() returns trigger language plpgsql as $$
begin
  if new.state = 'UNPACKED' then
    update parcel_figure set packed = packed - 1
    where day = (new.packed_at at time zone 'Europe/Rome')::date and hub_id = new.hub_id;
  else
    insert into parcel_figure as f values ((new.handed_over_at at time zone 'Europe/Rome')::date, new.hub_id, 0, 1)
    on conflict (day, hub_id) do update set handed_over = f.handed_over + 1;
    insert into case_served (day, hub_id, household_id)
    values ((new.handed_over_at at time zone 'Europe/Rome')::date, new.hub_id, new.household_id)
    on conflict do nothing;
  end if;
  return null;
end $$;

-- Where a maintained figure and its recount differ; always empty. The tests ask it.
create or replace view figure_difference as
select 'goods' as figure, day, hub_id, item_id::text as of_what
from goods_figure f
full join (
  select day, hub_id, item_id, sum(taken_in) as taken_in, sum(handed_over) as handed_over
  from goods_counted group by day, hub_id, item_id
) c using (day, hub_id, item_id)
where (f.taken_in, f.handed_over) is distinct from (c.taken_in, c.handed_over)
union all
select 'parcels', day, hub_id, null
from parcel_figure f
full join (
  select day, hub_id, sum(packed) as packed, sum(handed_over) as handed_over
  from (
    select (packed_at at time zone 'Europe/Rome')::date as day, hub_id, (state <> 'UNPACKED')::int as packed, 0 as handed_over
    from parcel
    union all
    select (handed_over_at at time zone 'Europe/Rome')::date, hub_id, 0, 1 from parcel where state = 'HANDED_OVER'
  ) counted
  group by day, hub_id
) c using (day, hub_id)
where (f.packed, f.handed_over) is distinct from (c.packed, c.handed_over)
union all
select 'cases', day, hub_id, household_id::text
from case_served s
full join (
  select distinct (p.handed_over_at at time zone 'Europe/Rome')::date as day, p.hub_id, p.household_id
  from parcel p where p.state = 'HANDED_OVER'
) c using (day, hub_id, household_id)
where s.day is null or c.day is null;
