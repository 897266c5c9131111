-- Hubs, the copies of neighbours' rows, the ledger of lots, arrivals, receipts and transfers.
-- Quantities are in the item's base unit, to the gram: numeric(14,3). Instants are UTC, days are Europe/Rome.

-- ---------------------------------------------------------------- hubs

create table hub (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('FRESH_PRODUCE', 'PARCELS')),
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSING', 'CLOSED')),
  address text not null,
  municipio int not null check (municipio between 1 and 9),
  longitude numeric(8, 5) not null check (longitude between -180 and 180),
  latitude numeric(8, 5) not null check (latitude between -90 and 90),
  operating_organisation_id uuid,
  demo boolean not null,
  intake_paused boolean not null default false
);
-- The city has one fresh produce hub; it serves the others.
create unique index hub_one_fresh_produce on hub (kind) where kind = 'FRESH_PRODUCE';

create table hub_opening (
  hub_id uuid not null references hub,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null check (closes > opens),
  primary key (hub_id, weekday, opens)
);

create table hub_capacity (
  hub_id uuid not null references hub,
  storage_class text not null check (storage_class in ('AMBIENT', 'CHILLED', 'FROZEN', 'FRESH_PRODUCE')),
  kg numeric(14, 3) not null check (kg >= 0),
  primary key (hub_id, storage_class)
);

-- A person manages a hub from a day to a day, both included. Removing or renaming ends the row, which stays as history.
create table hub_manager (
  id uuid primary key,
  hub_id uuid not null references hub,
  subject uuid not null,
  from_day date not null,
  until_day date check (until_day >= from_day),
  named_by uuid not null,
  named_at timestamptz not null,
  removed_by uuid,
  removed_at timestamptz,
  check ((removed_by is null) = (removed_at is null))
);
create unique index hub_manager_one_live on hub_manager (hub_id, subject) where removed_at is null;
create index hub_manager_subject on hub_manager (subject) where removed_at is null;

-- ---------------------------------------------------------------- copies of neighbours' rows, filled by their events

-- Catalogue. listed is false while all we know of an item is the line of a donation.
create table item (
  id uuid primary key,
  code text not null,
  category text not null,
  unit text not null check (unit in ('KG', 'PIECE', 'L')),
  storage_class text not null check (storage_class in ('AMBIENT', 'CHILLED', 'FROZEN', 'FRESH_PRODUCE')),
  kg_per_unit numeric(14, 6) not null check (kg_per_unit >= 0),
  shelf_days int check (shelf_days >= 0),
  margin_days int not null default 0 check (margin_days >= 0),
  date_kind text not null check (date_kind in ('USE_BY', 'BEST_BEFORE', 'NONE')),
  archived boolean not null default false,
  listed boolean not null
);
create index item_code on item (code);

-- One such unit is factor base units; nominal when the true weight differs from piece to piece.
create table item_conversion (
  item_id uuid not null references item,
  unit text not null check (unit in ('KG', 'PIECE', 'L')),
  factor numeric(14, 6) not null check (factor > 0),
  nominal boolean not null,
  primary key (item_id, unit)
);

create table organisation (
  id uuid primary key,
  state text not null check (state in ('UNKNOWN', 'VERIFIED', 'SUSPENDED'))
);

create table organisation_member (
  organisation_id uuid not null references organisation,
  subject uuid not null,
  role text not null check (role in ('OWNER', 'MEMBER')),
  primary key (organisation_id, subject)
);
create index organisation_member_subject on organisation_member (subject);

-- owner_kind is null while all we know of a need is the line of a donation.
create table need (
  id uuid primary key,
  owner_kind text check (owner_kind in ('ORGANISATION', 'HUB')),
  owner_id uuid,
  by_when timestamptz,
  urgency text,
  municipio int,
  state text not null check (state in ('OPEN', 'EXPIRED', 'FULFILLED', 'CLOSED_SHORT', 'CANCELLED')),
  check ((owner_kind is null) = (owner_id is null))
);

create table need_line (
  id uuid primary key,
  need_id uuid not null references need,
  item_id uuid,
  quantity numeric(14, 3) not null check (quantity > 0)
);
create index need_line_need on need_line (need_id);

-- ---------------------------------------------------------------- editable dated rules

-- Days after the printed best-before date during which checked goods may still be given. No row: none.
create table best_before_window (
  item_id uuid not null,
  from_day date not null,
  days int not null check (days >= 0),
  primary key (item_id, from_day)
);

insert into best_before_window (item_id, from_day, days)
select ('0192f000-0000-7000-8000-0000000002' || item)::uuid, '2020-01-01', days
from (values
  ('01', 30),  -- pasta
  ('02', 30),  -- rice
  ('04', 365), -- tuna, a preserve in oil
  ('05', 30),  -- biscuits
  ('06', 180), -- tomato puree, a sauce
  ('07', 365), -- oil
  ('15', 180), -- UHT milk
  ('25', 30),  -- flour
  ('26', 365)  -- water
) as advised(item, days);

-- Readings in which chilled or frozen goods are taken. item_id null: the rule of the whole storage class.
create table temperature_tolerance (
  storage_class text not null check (storage_class in ('CHILLED', 'FROZEN')),
  item_id uuid,
  from_day date not null,
  lowest numeric(4, 1),
  highest numeric(4, 1) not null,
  unique nulls not distinct (storage_class, item_id, from_day)
);

insert into temperature_tolerance (storage_class, item_id, from_day, lowest, highest) values
  ('FROZEN', null, '2020-01-01', null, -15),
  -- the narrowest of the chilled goods, for those without a line of their own
  ('CHILLED', null, '2020-01-01', 0, 4),
  -- yoghurt
  ('CHILLED', '0192f000-0000-7000-8000-000000000219', '2020-01-01', 0, 14);

-- ---------------------------------------------------------------- lots and the ledger

-- What came in together and carries one date. It stays one lot wherever it goes.
create table lot (
  id uuid primary key,
  item_id uuid not null references item,
  code text,
  date_kind text not null check (date_kind in ('USE_BY', 'BEST_BEFORE', 'NONE')),
  date_precision text check (date_precision in ('DAY', 'MONTH', 'YEAR')),
  -- The last day of the printed period; for goods without a printed date the use-within day, null when they do not spoil.
  last_day date,
  storage_class text not null check (storage_class in ('AMBIENT', 'CHILLED', 'FROZEN', 'FRESH_PRODUCE')),
  funding_source text not null
    check (funding_source in ('SURPLUS', 'ESF_PLUS', 'NATIONAL_FUND', 'PURCHASE', 'COLLECTION')),
  arrival_id uuid not null,
  donation_line_id uuid,
  supplier text,
  received_at timestamptz not null,
  check ((date_kind = 'NONE') = (date_precision is null)),
  check (date_kind = 'NONE' or last_day is not null)
);
create index lot_item on lot (item_id);
create index lot_arrival on lot (arrival_id);
create index lot_donation_line on lot (donation_line_id);

-- A look at a lot in a hub: packaging intact, look, smell. The latest one counts.
create table lot_check (
  id uuid primary key,
  lot_id uuid not null references lot,
  hub_id uuid not null references hub,
  passed boolean not null,
  checked_by uuid not null,
  checked_at timestamptz not null
);
create index lot_check_latest on lot_check (lot_id, hub_id, checked_at desc);

-- What is where: the sum of the ledger per account and lot, kept by the triggers below and by nothing else.
-- An account is a kind and its owner: the hub, transfer, parcel, delivery or arrival. Goods come out of SUPPLIER and
-- ADJUSTMENT, which alone may be below zero.
create table balance (
  kind text not null check (kind in ('HUB', 'QUARANTINE', 'IN_TRANSIT', 'PARCEL', 'DELIVERY', 'RECIPIENT',
    'WASTE', 'ANIMAL_FEED', 'COMPOST', 'SHRINKAGE', 'SENDER_LOSS', 'SUPPLIER', 'ADJUSTMENT')),
  owner uuid not null,
  lot_id uuid not null references lot,
  item_id uuid not null references item,
  quantity numeric(14, 3) not null,
  reserved numeric(14, 3) not null default 0,
  last_at timestamptz not null,
  primary key (kind, owner, lot_id),
  constraint balance_not_negative check (quantity >= 0 or kind in ('SUPPLIER', 'ADJUSTMENT')),
  constraint balance_covers_reserved check (reserved >= 0 and (reserved = 0 or (kind = 'HUB' and reserved <= quantity)))
);
create index balance_on_hand on balance (kind, owner, item_id) where quantity > 0;
create index balance_lot on balance (lot_id);

-- The ledger: append-only, double-entry by construction (what leaves one account enters the other).
create table movement (
  id bigint generated always as identity primary key,
  lot_id uuid not null references lot,
  quantity numeric(14, 3) not null check (quantity > 0),
  from_kind text not null,
  from_owner uuid not null,
  to_kind text not null,
  to_owner uuid not null,
  reason text not null,
  cause uuid not null,
  author uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  check ((from_kind, from_owner) <> (to_kind, to_owner))
);
create index movement_lot on movement (lot_id, occurred_at);
create index movement_cause on movement (cause);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger movement_append_only before update or delete or truncate on movement
  for each statement execute function refuse_change();

-- Rows are made and locked hubs first, then by (kind, owner, lot): the one order of locks of the ledger.
create function keep_balances() returns trigger language plpgsql as $$
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
create trigger movement_keeps_balances after insert on movement
  referencing new table as booked for each statement execute function keep_balances();

-- Goods of a hub set aside for a transfer or a delivery; live while ended_at is null. A live one is never changed, only
-- ended, so that what was set aside at any past instant can be told.
create table reservation (
  id uuid primary key,
  hub_id uuid not null references hub,
  lot_id uuid not null references lot,
  quantity numeric(14, 3) not null check (quantity > 0),
  holder_kind text not null check (holder_kind in ('TRANSFER', 'DELIVERY')),
  holder_id uuid not null,
  need_id uuid,
  need_line_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('USED', 'RELEASED')),
  check ((ended_at is null) = (end_reason is null))
);
create index reservation_holder on reservation (holder_id);
create index reservation_need on reservation (need_id) where need_id is not null;
create index reservation_need_line on reservation (need_line_id) where need_line_id is not null;
create index reservation_lot on reservation (lot_id, hub_id);

create function keep_reserved() returns trigger language plpgsql as $$
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
create trigger reservation_keeps_reserved after insert or update on reservation
  for each row execute function keep_reserved();
create trigger reservation_never_deleted before delete or truncate on reservation
  for each statement execute function refuse_change();

-- Where a maintained figure and its ledger differ; always empty. The tests of every package end by asking it.
create view ledger_difference as
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
create view ledger_below_zero as
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

-- ---------------------------------------------------------------- arrivals and receipts

create table arrival (
  id uuid primary key,
  hub_id uuid not null references hub,
  kind text not null check (kind in ('DONATION', 'TRANSFER', 'RETURN', 'SUPPLIER', 'UNANNOUNCED')),
  state text not null check (state in ('EXPECTED', 'RECEIVING', 'CLOSED', 'CANCELLED', 'LAPSED', 'MOVED')),
  -- Why nobody expects it any more; the goods may come all the same.
  withdrawn text check (withdrawn in ('CANCELLED', 'LAPSED', 'MOVED')),
  donation_id uuid,
  code text,
  transfer_id uuid,
  -- The hub that loaded the goods of a transfer or return: what is missing is its loss.
  sender_hub_id uuid references hub,
  supplier text,
  document_number text,
  -- Null between hubs: each lot has its own.
  funding_source text check (funding_source in ('SURPLUS', 'ESF_PLUS', 'NATIONAL_FUND', 'PURCHASE', 'COLLECTION')),
  handover text check (handover in ('DROP_OFF', 'COLLECTION')),
  window_start timestamptz not null,
  window_end timestamptz not null,
  -- Day of window_start in Europe/Rome.
  day date not null,
  recorded_at timestamptz not null,
  version bigint not null,
  check (window_end >= window_start),
  check ((kind = 'DONATION') = (donation_id is not null)),
  check ((kind in ('TRANSFER', 'RETURN')) = (transfer_id is not null)),
  check ((transfer_id is null) = (sender_hub_id is null)),
  check ((transfer_id is null) = (funding_source is not null)),
  -- A donation that was sent to another hub leaves its first arrival behind, for goods that go there all the same.
  unique (donation_id, hub_id),
  unique (transfer_id, hub_id)
);
create index arrival_hub on arrival (hub_id, window_start, id);
create index arrival_hub_day on arrival (hub_id, day, window_start, id);
create index arrival_code on arrival (code);

create table arrival_line (
  id uuid primary key,
  arrival_id uuid not null references arrival,
  position int not null,
  item_id uuid not null references item,
  expected numeric(14, 3) not null check (expected >= 0),
  accepted numeric(14, 3) not null default 0 check (accepted >= 0),
  rejected numeric(14, 3) not null default 0 check (rejected >= 0),
  missing numeric(14, 3) not null default 0 check (missing >= 0),
  surplus numeric(14, 3) not null default 0 check (surplus >= 0),
  reason text,
  destination text,
  donation_line_id uuid,
  need_id uuid,
  need_line_id uuid,
  -- Of a transfer: the lot is known, it keeps its date.
  lot_id uuid references lot,
  unique (arrival_id, position),
  unique (arrival_id, donation_line_id),
  unique (arrival_id, lot_id)
);
create index arrival_line_need_line on arrival_line (need_line_id) where need_line_id is not null;

-- What a manager confirmed. Its id is made by her device and kept for ever: the same id again gets the same answer.
create table receipt (
  id uuid primary key,
  arrival_id uuid not null references arrival,
  state text not null check (state in ('BOOKED', 'TO_SETTLE', 'UNDONE')),
  -- The request, its SHA-256 and the answer, as JSON: what is to be settled must not be lost.
  fingerprint bytea not null,
  request text not null,
  answer text not null,
  author uuid not null,
  occurred_at timestamptz not null,
  time_replaced boolean not null,
  recorded_at timestamptz not null,
  closes boolean not null,
  undone_by uuid,
  undone_at timestamptz,
  check ((state = 'UNDONE') = (undone_at is not null))
);
create index receipt_arrival on receipt (arrival_id);
create index receipt_to_settle on receipt (recorded_at) where state = 'TO_SETTLE';

create table receipt_line (
  receipt_id uuid not null references receipt,
  position int not null,
  arrival_line_id uuid not null references arrival_line,
  accepted numeric(14, 3) not null check (accepted >= 0),
  rejected numeric(14, 3) not null check (rejected >= 0),
  missing numeric(14, 3) not null check (missing >= 0),
  surplus numeric(14, 3) not null check (surplus >= 0),
  reason text,
  destination text,
  temperature numeric(4, 1),
  quarantined boolean not null,
  primary key (receipt_id, position)
);

-- ---------------------------------------------------------------- transfers

create table transfer (
  id uuid primary key,
  from_hub_id uuid not null references hub,
  to_hub_id uuid not null references hub,
  -- Whether a dispatched one was received or returned is said by its arrivals.
  state text not null check (state in ('DRAFT', 'DISPATCHED', 'CANCELLED')),
  -- The day the goods reach people, by which their dates are judged.
  hand_over date not null,
  created_by uuid not null,
  created_at timestamptz not null,
  dispatched_by uuid,
  dispatched_at timestamptz,
  version bigint not null,
  check (from_hub_id <> to_hub_id)
);
create index transfer_from on transfer (from_hub_id, created_at desc, id);
create index transfer_to on transfer (to_hub_id, created_at desc, id);

create table transfer_line (
  transfer_id uuid not null references transfer,
  position int not null,
  item_id uuid not null references item,
  wanted numeric(14, 3) not null check (wanted > 0),
  primary key (transfer_id, position)
);

create table transfer_lot (
  transfer_id uuid not null references transfer,
  lot_id uuid not null references lot,
  item_id uuid not null references item,
  quantity numeric(14, 3) not null check (quantity > 0),
  primary key (transfer_id, lot_id)
);
