create table donation (
  id uuid primary key,
  code text not null unique check (code ~ '^MA-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$'),
  donor uuid not null,
  donor_organisation_id uuid,
  on_behalf_of_hub_id uuid,
  handover text not null check (handover in ('DROP_OFF', 'COLLECTION')),
  funding_source text not null
    check (funding_source in ('SURPLUS', 'ESF_PLUS', 'NATIONAL_FUND', 'PURCHASE', 'COLLECTION')),
  if_not_needed text not null check (if_not_needed in ('HUB', 'CANCEL')),
  hub_id uuid,
  window_start timestamptz,
  window_end timestamptz,
  state text not null check (state in
    ('PLEDGED', 'SCHEDULED', 'RECEIVED', 'PARTIALLY_RECEIVED', 'REJECTED', 'CANCELLED', 'LAPSED')),
  withdrawn text check (withdrawn in ('CANCELLED', 'LAPSED')),
  announced boolean not null,
  kg numeric(14, 3) not null check (kg >= 0),
  day date not null,
  pledged_at timestamptz not null,
  lapses_at timestamptz not null,
  version bigint not null,
  check (num_nonnulls(donor_organisation_id, on_behalf_of_hub_id) <= 1),
  check (num_nonnulls(window_start, window_end) in (0, 2) and window_end > window_start),
  check (state <> 'SCHEDULED' or (hub_id is not null and window_start is not null)),
  check (state not in ('PLEDGED', 'SCHEDULED') or withdrawn is null)
);
create index donation_of_donor on donation (donor, id);
create index donation_lapses on donation (lapses_at) where state in ('PLEDGED', 'SCHEDULED');

comment on column donation.donor is 'sign-in id of the person who pledged';
comment on column donation.withdrawn is 'nobody expects it any more; the goods may come all the same, and then state says so';
comment on column donation.announced is 'food-hub was told to expect it';
comment on column donation.kg is 'of its lines that were not cancelled, by the catalogue''s weights of the day';
comment on column donation.day is 'of the pledge, in Europe/Rome';

-- Facts heard (accepted … delivered) and the share of the need line that follows from them: settling alone writes both.
create table donation_line (
  id uuid primary key,
  donation_id uuid not null references donation,
  position smallint not null,
  need_line_id uuid references need_line,
  item_id uuid not null references item,
  unit text not null check (unit in ('KG', 'PIECE', 'L')),
  quantity numeric(14, 3) not null check (quantity > 0),
  kg numeric(14, 3) not null check (kg >= 0),
  cancelled boolean not null default false,
  released boolean not null default false,
  release_due boolean not null default false,
  accepted numeric(14, 3) not null default 0 check (accepted >= 0),
  rejected numeric(14, 3) not null default 0 check (rejected >= 0),
  missing numeric(14, 3) not null default 0 check (missing >= 0),
  delivered numeric(14, 3) not null default 0 check (delivered >= 0),
  promised numeric(14, 3) not null default 0 check (promised >= 0),
  in_transit numeric(14, 3) not null default 0 check (in_transit >= 0),
  received numeric(14, 3) not null default 0 check (received >= 0),
  unique (donation_id, position),
  check (promised + in_transit + received <= quantity),
  check (need_line_id is not null or promised + in_transit + received = 0)
);
create index donation_line_need_line on donation_line (need_line_id) where need_line_id is not null;
create index donation_line_release_due on donation_line (donation_id) where release_due;

comment on column donation_line.need_line_id is 'null: general stock of the hub';
comment on column donation_line.released is 'its need ended: what is not delivered became general stock';
comment on column donation_line.release_due is 'its need ended and the line has not been released yet';
comment on column donation_line.promised is 'share of the need line';

-- Totals of an arrival after its latest receipt, as food-hub.receipts tells them.
create table arrival_line (
  arrival_id uuid not null,
  donation_line_id uuid not null,
  donation_id uuid not null,
  closed boolean not null,
  accepted numeric(14, 3) not null check (accepted >= 0),
  rejected numeric(14, 3) not null check (rejected >= 0),
  missing numeric(14, 3) not null check (missing >= 0),
  primary key (arrival_id, donation_line_id)
);
create index arrival_line_donation on arrival_line (donation_id);

-- What a delivery handed over for a need line, as food-hub.deliveries tells it.
create table delivery_line (
  delivery_id uuid not null,
  need_line_id uuid not null,
  donation_line_id uuid,
  delivered numeric(14, 3) not null check (delivered >= 0),
  received numeric(14, 3) not null default 0 check (received between 0 and delivered),
  unique nulls not distinct (delivery_id, need_line_id, donation_line_id)
);
create index delivery_line_need_line on delivery_line (need_line_id);
create index delivery_line_donation_line on delivery_line (donation_line_id);

comment on column delivery_line.received is 'share of the need line, for goods that no donation line had promised to it';

-- Where a kept coverage and its recount differ; always empty. The tests end by asking it.
create view coverage_difference as
select line.id, line.promised, line.in_transit, line.received,
       coalesce(given.promised, 0) as promised_recounted, coalesce(given.in_transit, 0) as in_transit_recounted,
       coalesce(given.received, 0) + coalesce(direct.received, 0) as received_recounted
from need_line line
left join (select need_line_id, sum(promised) as promised, sum(in_transit) as in_transit, sum(received) as received
           from donation_line group by need_line_id) given on given.need_line_id = line.id
left join (select need_line_id, sum(received) as received from delivery_line group by need_line_id) direct
       on direct.need_line_id = line.id
where (line.promised, line.in_transit, line.received) is distinct from
      (coalesce(given.promised, 0), coalesce(given.in_transit, 0), coalesce(given.received, 0) + coalesce(direct.received, 0));
