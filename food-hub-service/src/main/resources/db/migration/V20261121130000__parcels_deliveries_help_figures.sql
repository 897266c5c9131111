-- Parcels, deliveries, the help a hub asks for, its roster, and the figures.

-- ---------------------------------------------------------------- help requests and the roster

create table help_request (
  id uuid primary key,
  hub_id uuid not null references hub,
  task text not null check (task in ('SORTING', 'PACKING', 'DELIVERY', 'DRIVING')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  state text not null check (state in ('OPEN', 'FILLED', 'SHIFT_CANCELLED', 'WITHDRAWN')),
  asked_by uuid not null,
  asked_at timestamptz not null
);
create index help_request_hub on help_request (hub_id, starts_at, id);

create table help_request_role (
  help_request_id uuid not null references help_request,
  role text not null,
  capacity int not null check (capacity between 1 and 200),
  primary key (help_request_id, role)
);

-- Copies of the shifts hubs own and of who is confirmed on them, filled by volunteers-service's events.
create table roster_shift (
  id uuid primary key,
  hub_id uuid not null,
  help_request_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled boolean not null default false
);
create index roster_shift_hub on roster_shift (hub_id, starts_at);
create index roster_shift_request on roster_shift (help_request_id) where help_request_id is not null;

-- subject is null for a guest without an account.
create table roster_place (
  sign_up_id uuid primary key,
  shift_id uuid not null references roster_shift,
  person_id uuid not null,
  subject uuid,
  role text not null
);
create index roster_place_shift on roster_place (shift_id);
create index roster_place_subject on roster_place (subject);

-- ---------------------------------------------------------------- deliveries

create table delivery (
  id uuid primary key,
  hub_id uuid not null references hub,
  kind text not null check (kind in ('HOUSEHOLD', 'NEED')),
  household_id uuid references household,
  need_id uuid,
  planned_for date not null,
  state text not null
    check (state in ('PLANNED', 'LOADED', 'DELIVERED', 'PARTIAL', 'FAILED', 'RETURNED', 'CANCELLED')),
  -- Since when its goods are where they are: planned, joined by more, loaded. Nothing at the door happened before.
  goods_since timestamptz not null,
  loaded_at timestamptz,
  outcome text check (outcome in ('DELIVERED', 'PARTIAL', 'FAILED')),
  failure_reason text check (failure_reason in ('NOBODY_HOME', 'WRONG_ADDRESS', 'REFUSED', 'PLACE_CLOSED', 'GOODS_DAMAGED',
    'VEHICLE_FAILED', 'OUT_OF_TIME')),
  confirmed_at timestamptz,
  returned_at timestamptz,
  version bigint not null,
  check ((kind = 'HOUSEHOLD') = (household_id is not null)),
  check ((kind = 'NEED') = (need_id is not null)),
  check ((outcome is null) = (confirmed_at is null)),
  check ((outcome is not distinct from 'FAILED') = (failure_reason is not null)),
  check (state in ('PLANNED', 'CANCELLED') or loaded_at is not null)
);
create index delivery_hub_day on delivery (hub_id, planned_for, id);
-- What is received for a need joins the delivery that is planned for it.
create unique index delivery_one_planned_for_need on delivery (hub_id, need_id) where kind = 'NEED' and state = 'PLANNED';
create index delivery_household on delivery (household_id) where household_id is not null;

create table delivery_assignee (
  delivery_id uuid not null references delivery,
  subject uuid not null,
  primary key (delivery_id, subject)
);
create index delivery_assignee_subject on delivery_assignee (subject, delivery_id);

-- What was loaded, per lot, and what became of it.
create table delivery_line (
  delivery_id uuid not null references delivery,
  position int not null,
  lot_id uuid not null references lot,
  item_id uuid not null references item,
  parcel_id uuid,
  need_line_id uuid,
  donation_line_id uuid,
  quantity numeric(14, 3) not null check (quantity > 0),
  delivered numeric(14, 3) check (delivered between 0 and quantity),
  primary key (delivery_id, position)
);

-- What was confirmed at the door. Its id is made by the device and kept for ever: the same again gets the same answer.
create table confirmation (
  id uuid primary key,
  delivery_id uuid not null references delivery,
  state text not null check (state in ('BOOKED', 'TO_SETTLE')),
  -- SHA-256 of the request and the request itself: what is to be settled must not be lost.
  fingerprint bytea not null,
  request text not null,
  delivery_state text not null,
  author uuid not null,
  occurred_at timestamptz not null,
  time_replaced boolean not null,
  recorded_at timestamptz not null
);
create index confirmation_delivery on confirmation (delivery_id);
create index confirmation_to_settle on confirmation (recorded_at) where state = 'TO_SETTLE';

-- ---------------------------------------------------------------- parcels

-- What a parcel holds is its account in the ledger.
create table parcel (
  id uuid primary key,
  hub_id uuid not null references hub,
  household_id uuid not null references household,
  recipe_id uuid not null references recipe,
  recipe_code text not null,
  hand_over date not null,
  -- Monday of the ISO week of hand-over.
  week date not null check (week = hand_over - (extract(isodow from hand_over)::int - 1)),
  -- Why this household gets the recipe once more in the week; null for its ordinary one.
  extra_reason text check (extra_reason in ('SPOILED', 'INCOMPLETE', 'NEW_MEMBER', 'EMERGENCY')),
  state text not null check (state in ('PACKED', 'LOADED', 'HANDED_OVER', 'UNDELIVERED', 'UNPACKED')),
  -- Its earliest lot's; null when nothing in it spoils.
  last_day date,
  delivery_id uuid references delivery,
  packed_by uuid not null,
  packed_at timestamptz not null,
  handed_over_at timestamptz,
  check ((state = 'HANDED_OVER') = (handed_over_at is not null))
);
-- One entitlement per case, recipe and week; one that was not delivered or was unpacked frees it.
create unique index parcel_entitlement on parcel (household_id, recipe_code, week)
  where extra_reason is null and state in ('PACKED', 'LOADED', 'HANDED_OVER');
create index parcel_hub_day on parcel (hub_id, hand_over, id);
create index parcel_delivery on parcel (delivery_id) where delivery_id is not null;

-- ---------------------------------------------------------------- figures, kept in the transaction of what they count

-- Goods taken in by a hub and handed over from it, per day (Europe/Rome) of the movement, in the item's base unit.
create table goods_figure (
  day date not null,
  hub_id uuid not null,
  item_id uuid not null,
  taken_in numeric(14, 3) not null,
  handed_over numeric(14, 3) not null,
  primary key (day, hub_id, item_id)
);

-- What a movement counts: goods from a supplier into a hub, and goods to the recipient of a delivery; booked back, less.
create view goods_counted as
select m.id, (m.occurred_at at time zone 'Europe/Rome')::date as day, side.hub_id, l.item_id, side.taken_in, side.handed_over
from movement m
join lot l on l.id = m.lot_id
cross join lateral (
  select m.to_owner as hub_id, m.quantity as taken_in, 0 as handed_over
  where m.from_kind = 'SUPPLIER' and m.to_kind in ('HUB', 'QUARANTINE')
  union all
  select m.from_owner, -m.quantity, 0 where m.to_kind = 'SUPPLIER' and m.from_kind in ('HUB', 'QUARANTINE')
  union all
  select d.hub_id, 0, m.quantity from delivery d where m.to_kind = 'RECIPIENT' and d.id = m.to_owner
  union all
  select d.hub_id, 0, -m.quantity from delivery d where m.from_kind = 'RECIPIENT' and d.id = m.from_owner
) side;

-- Fires after the balances are locked (triggers of one event go by name): every booking locks balances, then figures.
create function keep_goods_figures() returns trigger language plpgsql as $$
begin
  if exists (select from booked where 'SUPPLIER' in (from_kind, to_kind) or 'RECIPIENT' in (from_kind, to_kind)) then
    insert into goods_figure as f
    select day, hub_id, item_id, sum(taken_in), sum(handed_over)
    from goods_counted where id in (select id from booked)
    group by day, hub_id, item_id order by day, hub_id, item_id
    on conflict (day, hub_id, item_id)
    do update set taken_in = f.taken_in + excluded.taken_in, handed_over = f.handed_over + excluded.handed_over;
  end if;
  return null;
end $$;
create trigger movement_keeps_figures after insert on movement
  referencing new table as booked for each statement execute function keep_goods_figures();

-- Parcels packed (less unpacked) and handed over, per day (Europe/Rome) of the one and the other.
create table parcel_figure (
  day date not null,
  hub_id uuid not null,
  packed int not null,
  handed_over int not null,
  primary key (day, hub_id)
);

create function keep_parcel_figures() returns trigger language plpgsql as $$
begin
  insert into parcel_figure as f
  select (packed_at at time zone 'Europe/Rome')::date, hub_id, count(*), 0 from packed group by 1, 2 order by 1, 2
  on conflict (day, hub_id) do update set packed = f.packed + excluded.packed;
  return null;
end $$;
create trigger parcel_packed after insert on parcel
  referencing new table as packed for each statement execute function keep_parcel_figures();

-- What became of a packed one.
create function keep_parcel_outcomes() returns trigger language plpgsql as $$
begin
  if new.state = 'UNPACKED' then
    update parcel_figure set packed = packed - 1
    where day = (new.packed_at at time zone 'Europe/Rome')::date and hub_id = new.hub_id;
  else
    insert into parcel_figure as f values ((new.handed_over_at at time zone 'Europe/Rome')::date, new.hub_id, 0, 1)
    on conflict (day, hub_id) do update set handed_over = f.handed_over + 1;
  end if;
  return null;
end $$;
create trigger parcel_settled after update on parcel for each row
  when (old.state <> new.state and new.state in ('UNPACKED', 'HANDED_OVER')) execute function keep_parcel_outcomes();

-- A case was served: people reached are distinct cases in the period, not hand-overs.
create table case_served (
  day date not null,
  hub_id uuid not null,
  household_id uuid not null references household,
  primary key (day, hub_id, household_id)
);

-- Kilograms of food handed over that are told as one meal, from a day on. A conversion, not a count: shown with the figure.
create table meal_factor (
  from_day date primary key,
  kg_per_meal numeric(6, 3) not null check (kg_per_meal > 0)
);
insert into meal_factor values ('2020-01-01', 0.500);

-- Where a maintained figure and its recount differ; always empty. The tests ask it.
create view figure_difference as
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
