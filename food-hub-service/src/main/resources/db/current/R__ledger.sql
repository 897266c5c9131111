create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;

-- Rows are made and locked hubs first, then by (kind, owner, lot): the one order of locks of the ledger.
create or replace function keep_balances() returns trigger language plpgsql as $$
begin
  insert into balance (kind, owner, lot_id, item_id, quantity, last_at)
  select t.kind, t.owner, t.lot_id, l.item_id, 0, t.last_at
  from (
    select kind, owner, lot_id, min(at) as last_at
    from (
      select from_kind as kind, from_owner as owner, lot_id, occurred_at as at from booked
      union all
      select to_kind, to_owner, lot_id, occurred_at from booked
    ) side
    group by kind, owner, lot_id
  ) t
  join lot l on l.id = t.lot_id
  order by t.kind <> 'HUB', t.kind, t.owner, t.lot_id
  on conflict do nothing;

  update balance b
  set quantity = b.quantity + t.net, last_at = greatest(b.last_at, t.last_at)
  from (
    select kind, owner, lot_id, sum(quantity) as net, max(at) as last_at
    from (
      select from_kind as kind, from_owner as owner, lot_id, -quantity as quantity, occurred_at as at from booked
      union all
      select to_kind, to_owner, lot_id, quantity, occurred_at from booked
    ) side
    group by kind, owner, lot_id
  ) t
  where b.kind = t.kind and b.owner = t.owner and b.lot_id = t.lot_id;
  return null;
end $$;

create or replace function keep_reserved() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update balance set reserved = reserved + new.quantity
    where kind = 'HUB' and owner = new.hub_id and lot_id = new.lot_id;
    if not found then
      raise exception 'nothing of lot % is in hub %', new.lot_id, new.hub_id;
    end if;
  elsif old.ended_at is null and new.ended_at is not null and new.quantity = old.quantity
      and new.lot_id = old.lot_id and new.hub_id = old.hub_id then
    update balance set reserved = reserved - old.quantity
    where kind = 'HUB' and owner = old.hub_id and lot_id = old.lot_id;
  else
    raise exception 'a reservation is only ended';
  end if;
  return null;
end $$;

-- No part of a piece is moved, but what old books left of one: it leaves so that whole pieces stay behind. Fires after the balances are
-- kept: triggers of one event go by name.
create or replace function refuse_parts_of_pieces() returns trigger language plpgsql as $$
begin
  if exists (
    select from booked m
    join lot l on l.id = m.lot_id
    join item i on i.id = l.item_id and i.unit = 'PIECE'
    left join balance b on (b.kind, b.owner, b.lot_id) = (m.from_kind, m.from_owner, m.lot_id)
    where m.quantity % 1 <> 0 and b.quantity % 1 <> 0
  ) then
    raise exception 'a part of a piece is not moved' using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- Where a maintained figure and its ledger differ; always empty. The tests of every package end by asking it.
create or replace view ledger_difference as
select kind, owner, lot_id, b.quantity as kept, coalesce(m.quantity, 0) as booked, b.reserved, coalesce(r.quantity, 0) as set_aside
from balance b
full join (
  select kind, owner, lot_id, sum(quantity) as quantity
  from (
    select from_kind as kind, from_owner as owner, lot_id, -quantity as quantity from movement
    union all
    select to_kind, to_owner, lot_id, quantity from movement
  ) side
  group by kind, owner, lot_id
) m using (kind, owner, lot_id)
left join (
  select 'HUB' as kind, hub_id as owner, lot_id, sum(quantity) as quantity
  from reservation where ended_at is null group by hub_id, lot_id
) r using (kind, owner, lot_id)
where b.quantity is distinct from coalesce(m.quantity, 0) or b.reserved is distinct from coalesce(r.quantity, 0);

-- Every past instant at which an account held less than nothing of a lot; always empty.
create or replace view ledger_below_zero as
select kind, owner, lot_id, at, level
from (
  select kind, owner, lot_id, at, sum(sum(quantity)) over (partition by kind, owner, lot_id order by at) as level
  from (
    select from_kind as kind, from_owner as owner, lot_id, -quantity as quantity, occurred_at as at from movement
    union all
    select to_kind, to_owner, lot_id, quantity, occurred_at from movement
  ) side
  where kind not in ('SUPPLIER', 'ADJUSTMENT')
  group by kind, owner, lot_id, at
) history
where level < 0;
