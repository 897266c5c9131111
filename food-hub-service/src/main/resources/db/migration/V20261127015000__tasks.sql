-- What somebody has to look into: opened by what happened, closed by a manager of the hub.
create table task (
  id uuid primary key,
  hub_id uuid not null references hub,
  kind text not null check (kind in ('DELIVERY_FAILED_TWICE')),
  -- The household or need that nothing reached, and the last delivery that failed.
  about_id uuid not null,
  delivery_id uuid not null references delivery,
  opened_at timestamptz not null,
  closed_by uuid,
  closed_at timestamptz,
  check ((closed_by is null) = (closed_at is null))
);
-- One is open at a time: a third failure tells nothing new.
create unique index task_open on task (hub_id, kind, about_id) where closed_at is null;
create index task_hub on task (hub_id, opened_at, id) where closed_at is null;

-- What happened the last time, for a household and for a need.
create index delivery_need on delivery (need_id, confirmed_at) where need_id is not null and outcome is not null;
