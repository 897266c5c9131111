-- What this service knows of the hubs, heard from food-hub.hubs. An unknown hub is a stub, filled when it is heard of.

create table hub (
  id uuid primary key,
  municipio int check (municipio between 1 and 9)
);

create table hub_manager (
  hub_id uuid not null,
  subject uuid not null,
  from_day date not null,
  until_day date,
  primary key (hub_id, subject)
);

comment on column hub_manager.until_day is 'last day, included, in Europe/Rome; null = until removed';
