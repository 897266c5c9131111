-- What this service knows of organisations (volunteers.organisations) and hubs (food-hub.hubs): who may act for whom, and where
-- goods may go. No foreign keys: streams of different aggregates arrive in any order.

create table organisation (
  id uuid primary key,
  state text not null check (state in ('VERIFIED', 'SUSPENDED'))
);

create table organisation_member (
  organisation_id uuid not null,
  subject uuid not null,
  primary key (organisation_id, subject)
);
create index organisation_member_subject on organisation_member (subject);

create table hub (
  id uuid primary key,
  municipio smallint check (municipio between 1 and 9),
  intake_paused boolean not null default false
);

comment on column hub.municipio is 'null while the hub was only heard of';

create table hub_manager (
  hub_id uuid not null,
  subject uuid not null,
  from_day date not null,
  until_day date,
  primary key (hub_id, subject)
);
create index hub_manager_subject on hub_manager (subject);

comment on column hub_manager.until_day is 'last day, included, in Europe/Rome; null: until removed';
