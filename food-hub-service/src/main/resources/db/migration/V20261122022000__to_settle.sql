-- Confirmations that did not apply any more when they came, of arrivals and of deliveries alike, and how each was settled.

create table to_settle (
  id uuid primary key,
  kind text not null check (kind in ('RECEIPT', 'DELIVERY')),
  hub_id uuid not null references hub,
  confirmation_id uuid not null,
  about_id uuid not null,
  said text not null,
  author uuid not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  -- When the alarm was given, once.
  alarmed_at timestamptz,
  choice text check (choice in ('SAME_GOODS', 'FURTHER_ARRIVAL', 'CORRECTION')),
  settled_by uuid,
  settled_at timestamptz,
  settlement text,
  further_arrival_id uuid references arrival,
  unique (kind, confirmation_id),
  check ((choice is null) = (settled_by is null) and (choice is null) = (settled_at is null)
    and (choice is null) = (settlement is null)),
  check ((choice is not distinct from 'FURTHER_ARRIVAL') = (further_arrival_id is not null))
);
create index to_settle_hub on to_settle (hub_id, recorded_at, id) where choice is null;
create index to_settle_waiting on to_settle (recorded_at) where choice is null;

insert into to_settle (id, kind, hub_id, confirmation_id, about_id, said, author, occurred_at, recorded_at)
select gen_random_uuid(), 'RECEIPT', a.hub_id, r.id, a.id, r.request, r.author, r.occurred_at, r.recorded_at
from receipt r join arrival a on a.id = r.arrival_id where r.state = 'TO_SETTLE'
union all
select gen_random_uuid(), 'DELIVERY', d.hub_id, c.id, d.id, c.request, c.author, c.occurred_at, c.recorded_at
from confirmation c join delivery d on d.id = c.delivery_id where c.state = 'TO_SETTLE';

drop index receipt_to_settle;
drop index confirmation_to_settle;

alter table receipt drop constraint receipt_state_check;
alter table receipt add constraint receipt_state_check check (state in ('BOOKED', 'TO_SETTLE', 'SETTLED', 'UNDONE'));
alter table confirmation drop constraint confirmation_state_check;
alter table confirmation add constraint confirmation_state_check check (state in ('BOOKED', 'TO_SETTLE', 'SETTLED'));
