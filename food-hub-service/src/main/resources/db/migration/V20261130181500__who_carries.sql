-- Who carries goods of a hub on a day: confirmed on a shift that touches it (Europe/Rome; an end at midnight does not).
create view roster_day as
select s.hub_id, p.subject, day::date as day, s.starts_at
from roster_place p
join roster_shift s on s.id = p.shift_id
cross join lateral generate_series((s.starts_at at time zone 'Europe/Rome')::date::timestamp,
  ((s.ends_at - interval '1 microsecond') at time zone 'Europe/Rome')::date::timestamp, '1 day') as day
where not s.cancelled and p.subject is not null;

-- Somebody who was to bring a delivery does not carry it any more: about_id is the delivery.
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in ('DELIVERY_FAILED_TWICE', 'CARRIER_LEFT'));

-- A parcel that came back as it left: it is given again or unpacked, and counts for nobody until then.
alter table parcel drop constraint parcel_state_check;
alter table parcel add constraint parcel_state_check
  check (state in ('PACKED', 'LOADED', 'HANDED_OVER', 'UNDELIVERED', 'RETURNED', 'UNPACKED'));
