-- What a delivery carries, from its plan on, and whether what it does not hand over is free again.
alter table delivery_line
  add column carried numeric(14, 3) not null default 0,
  add column over boolean not null default false;
update delivery_line set carried = delivered;
alter table delivery_line
  add check (delivered <= carried),
  alter column delivered set default 0;

comment on column delivery_line.carried is 'planned, and from the confirmation on what was loaded';
comment on column delivery_line.over is 'the delivery was cancelled or is back at the hub: what it did not hand over is free';
