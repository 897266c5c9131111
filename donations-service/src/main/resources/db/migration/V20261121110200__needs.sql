create table need (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('ORGANISATION', 'HUB')),
  owner_id uuid not null,
  posting_id uuid,
  place_name text not null,
  place_address text not null,
  municipio int not null check (municipio between 1 and 9),
  by_when timestamptz not null,
  urgency text not null check (urgency in ('TODAY', 'THIS_WEEK', 'ORDINARY')),
  urgency_rank smallint generated always as (case urgency when 'TODAY' then 0 when 'THIS_WEEK' then 1 else 2 end) stored,
  state text not null
    check (state in ('PENDING', 'PUBLISHED', 'EXPIRED', 'FULFILLED', 'CLOSED_SHORT', 'CANCELLED', 'REJECTED')),
  rejection text,
  filed_by uuid not null,
  filed_at timestamptz not null,
  validated_at timestamptz,
  rejected_at timestamptz,
  fresh_until timestamptz,
  reminded_for timestamptz,
  check ((state = 'REJECTED') = (rejection is not null and rejected_at is not null)),
  check (state not in ('PUBLISHED', 'EXPIRED', 'FULFILLED') or fresh_until is not null)
);
create index need_listed on need (urgency_rank, by_when, id) where state = 'PUBLISHED';
create index need_of_owner on need (owner_id, id);
create index need_pending on need (id) where state = 'PENDING';
create index need_fresh_until on need (fresh_until) where state = 'PUBLISHED';

comment on column need.posting_id is 'made by the client: the same on the opportunity that asks for people';
comment on column need.validated_at is 'a coordinator said yes; null when it was published at once';
comment on column need.reminded_for is 'the fresh_until of which the owner was reminded';

-- Coverage is kept beside what was asked, so that a promise is one guarded statement (ADR 004, 005); it always equals the
-- sum of the shares of donation lines and of direct deliveries.
create table need_line (
  id uuid primary key,
  need_id uuid not null references need,
  position smallint not null,
  item_id uuid references item,
  service text check (service in ('VEHICLE_WITH_DRIVER', 'STORAGE', 'SKILLED_HOURS')),
  unit text not null check (unit in ('KG', 'PIECE', 'L', 'HOUR', 'DAY')),
  requested numeric(14, 3) not null check (requested > 0),
  conditions text,
  ended boolean not null default false,
  promised numeric(14, 3) not null default 0 check (promised >= 0),
  in_transit numeric(14, 3) not null default 0 check (in_transit >= 0),
  received numeric(14, 3) not null default 0 check (received >= 0),
  unique (need_id, position),
  check (num_nonnulls(item_id, service) = 1),
  constraint never_more_than_asked check (promised + in_transit + received <= requested)
) with (fillfactor = 70);
create index need_line_item on need_line (item_id, need_id);

comment on column need_line.unit is 'the item''s base unit; of a service its own';
comment on column need_line.ended is 'the need was closed or cancelled: nothing more may be promised';
comment on column need_line.promised is 'of live donations, not yet handed over';
comment on column need_line.in_transit is 'accepted at a hub, not yet with the recipient';
comment on column need_line.received is 'delivered; for a hub''s own need what it accepted';

-- What the public sees and donors may promise to: published, fresh by the database's clock, of an owner in good standing.
create view open_need as
select need.* from need
where state = 'PUBLISHED' and fresh_until > now()
  and case owner_kind
    when 'HUB' then exists (select from hub where hub.id = owner_id and hub.municipio is not null)
    else exists (select from organisation where organisation.id = owner_id and organisation.state = 'VERIFIED')
  end;
