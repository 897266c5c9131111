create table place (id uuid primary key, taken int not null default 0, capacity int not null, check (taken <= capacity));
create table effect (event_id uuid not null, trace text, aggregate_id uuid not null, seq bigint not null, at timestamptz not null default clock_timestamp());
create table chore (id uuid primary key, due boolean not null default true, times int not null default 0);
