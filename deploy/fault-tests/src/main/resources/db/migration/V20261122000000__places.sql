-- producer: places with a capacity, and who took them
create table place (
  id uuid primary key,
  capacity int not null,
  taken int not null default 0 check (taken <= capacity)
);
create table taking (
  id uuid primary key,
  place_id uuid not null references place,
  request uuid not null,
  at timestamptz not null default clock_timestamp()
);

-- consumer: one row for every time an event was applied, deliberately without any constraint that would hide a second time
create table effect (
  event_id uuid not null,
  place_id uuid not null,
  seq bigint not null,
  at timestamptz not null default clock_timestamp()
);
-- aggregates whose poison has been cured
create table cure (place_id uuid primary key);
