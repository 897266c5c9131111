-- Opportunities (what help, where) and their shifts (when, how many).

create table opportunity (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('ORGANISATION', 'HUB')),
  owner_id uuid not null,
  task text not null check (length(task) <= 40),
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  place_name text check (length(place_name) <= 200),
  place_address text check (length(place_address) <= 300),
  municipio int check (municipio between 1 and 9),
  longitude double precision check (longitude between -180 and 180),
  latitude double precision check (latitude between -90 and 90),
  minimum_age int not null check (minimum_age between 16 and 99),
  languages text[] not null,
  skills text[] not null,
  created_at timestamptz not null,
  check ((longitude is null) = (latitude is null)),
  check (place_name is not null or owner_kind = 'HUB')
);

comment on column opportunity.title is 'by language; empty where the task, translated, says it all';
comment on column opportunity.place_name is 'null = at the hub that owns it';

create index opportunity_by_owner on opportunity (owner_id, id);

create table shift (
  id uuid primary key,
  opportunity_id uuid not null references opportunity,
  -- Of the opportunity, copied because every public list filters by them and pages by (starts_at, id).
  owner_kind text not null check (owner_kind in ('ORGANISATION', 'HUB')),
  owner_id uuid not null,
  task text not null,
  municipio int,
  help_request_id uuid unique,
  starts_at timestamptz(0) not null,
  ends_at timestamptz(0) not null,
  -- The day its people and hours are counted on.
  day date not null generated always as ((starts_at at time zone 'Europe/Rome')::date) stored,
  minimum_staffing int not null check (minimum_staffing >= 0),
  state text not null check (state in ('OPEN', 'CANCELLED')),
  cancel_reason text check (length(cancel_reason) <= 40),
  created_at timestamptz not null,
  check (starts_at < ends_at),
  check ((state = 'CANCELLED') = (cancel_reason is not null))
);

create index shift_by_start on shift (starts_at, id) where state = 'OPEN';
create index shift_by_owner on shift (owner_id, starts_at, id) where state = 'OPEN';
create index shift_by_municipio on shift (municipio, starts_at, id) where state = 'OPEN';
create index shift_by_opportunity on shift (opportunity_id);

-- Capacity lives here. The row is the lock everybody who wants a place queues for; half-empty pages keep its updates off
-- the index.
create table shift_role (
  shift_id uuid not null references shift,
  role text not null check (length(role) <= 40),
  capacity int not null check (capacity between 1 and 100000),
  taken int not null default 0,
  waiting int not null default 0 check (waiting >= 0),
  arrivals int not null default 0,
  primary key (shift_id, role),
  constraint never_overbooked check (taken between 0 and capacity)
) with (fillfactor = 50);

comment on column shift_role.taken is 'sign-ups that hold a place: CONFIRMED, OFFERED, REQUESTED';
comment on column shift_role.waiting is 'sign-ups WAITING';
comment on column shift_role.arrivals is 'how many ever signed up: the next arrival number is one more';
