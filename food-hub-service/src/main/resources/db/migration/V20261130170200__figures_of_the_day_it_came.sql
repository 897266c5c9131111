-- What is taken back counts less on the day it had counted: no day has taken in less than nothing.
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

delete from goods_figure;
insert into goods_figure
select day, hub_id, item_id, sum(taken_in), sum(handed_over) from goods_counted group by day, hub_id, item_id;

alter table goods_figure add constraint goods_figure_not_negative check (taken_in >= 0);

-- The row is made first: a check judges what is to be inserted also where the row is there already.
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
