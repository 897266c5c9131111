-- Reference data of the city and the households a hub serves.

create table neighbourhood (
  id uuid primary key,
  name text not null unique,
  municipio int not null check (municipio between 1 and 9),
  longitude numeric(8, 5) not null check (longitude between -180 and 180),
  latitude numeric(8, 5) not null check (latitude between -90 and 90)
);
create index neighbourhood_municipio on neighbourhood (municipio, name);

-- A version never changes: parcels say which one they were packed by.
create table recipe (
  id uuid primary key,
  code text not null,
  version int not null check (version > 0),
  in_force_from date not null,
  per text not null check (per in ('HOUSEHOLD', 'INFANT')),
  note text not null,
  unique (code, version)
);

create table recipe_line (
  recipe_id uuid not null references recipe,
  position int not null,
  -- Of the catalogue, which is another service's: no foreign key.
  item_id uuid not null,
  unit text not null check (unit in ('KG', 'PIECE', 'L')),
  one numeric(14, 3) not null check (one >= 0),
  two_or_three numeric(14, 3) not null check (two_or_three >= 0),
  over_three numeric(14, 3) not null check (over_three >= 0),
  primary key (recipe_id, position),
  unique (recipe_id, item_id)
);

-- A case, known by its code. No name, no birth date, no status: who they are is in the vault, or nowhere.
create table household (
  id uuid primary key,
  code text not null unique,
  hub_id uuid not null references hub,
  referrer_organisation_id uuid,
  state text not null check (state in ('ACTIVE', 'PAUSED', 'CLOSED')),
  members int not null check (members between 1 and 20),
  municipio int not null check (municipio between 1 and 9),
  neighbourhood_id uuid references neighbourhood,
  delivery_mode text not null check (delivery_mode in ('DELIVERY', 'PICK_UP')),
  frequency text not null check (frequency in ('CONTINUOUS', 'OCCASIONAL')),
  filed_by uuid not null,
  filed_at timestamptz not null,
  version bigint not null
);
create index household_hub on household (hub_id, id);
create index household_referrer on household (referrer_organisation_id, hub_id, id);

create table household_band (
  household_id uuid not null references household,
  band text not null
    check (band in ('AGE_0_2', 'AGE_3_15', 'AGE_16_17', 'AGE_18_29', 'AGE_30_64', 'AGE_65_PLUS')),
  female int not null check (female between 0 and 20),
  male int not null check (male between 0 and 20),
  not_stated int not null check (not_stated between 0 and 20),
  primary key (household_id, band),
  check (female + male + not_stated > 0)
);

-- Items a household does not take, for whatever reason: the reason is never asked.
create table household_exclusion (
  household_id uuid not null references household,
  item_id uuid not null,
  primary key (household_id, item_id)
);
