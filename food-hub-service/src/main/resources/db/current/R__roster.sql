-- Who carries goods of a hub on a day: confirmed on a shift that touches it (Europe/Rome; an end at midnight does not).
create or replace view roster_day as
select s.hub_id, p.subject, day::date as day, s.starts_at
from roster_place p
join roster_shift s on s.id = p.shift_id
cross join lateral generate_series((s.starts_at at time zone 'Europe/Rome')::date::timestamp,
  ((s.ends_at - interval '1 microsecond') at time zone 'Europe/Rome')::date::timestamp, '1 day') as day
where not s.cancelled and p.subject is not null;
