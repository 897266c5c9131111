-- What arrivals tell of goods for a need line (domain, When plans and facts cross): how much of what was accepted was set aside for
-- it, and how much its donation promises in all, wherever it comes.
alter table arrival_line
  add column set_aside numeric(14, 3) not null default 0,
  add column promised numeric(14, 3);

update arrival_line l set promised = l.expected where l.donation_line_id is not null;

-- Of a hub's own need what it accepted, of its own stock what it gave, of other goods what was ever set aside of their lots.
update arrival_line l set set_aside = l.accepted
from arrival a where a.id = l.arrival_id and l.need_line_id is not null
  and (a.kind = 'OWN_STOCK' or exists (select from need n where n.id = l.need_id and n.owner_kind = 'HUB'));
update arrival_line l set set_aside = least(l.accepted, (
  select coalesce(sum(r.quantity), 0) from reservation r join lot on lot.id = r.lot_id
  where r.need_line_id = l.need_line_id and r.donation_line_id = l.donation_line_id and lot.arrival_id = l.arrival_id))
from arrival a
where a.id = l.arrival_id and a.kind = 'DONATION' and l.set_aside = 0;

create index delivery_line_need_line on delivery_line (need_line_id) where need_line_id is not null;
alter table arrival_line add check (set_aside between 0 and accepted);

comment on column arrival_line.set_aside is 'by confirmations, for the need line: part of what was accepted';
comment on column arrival_line.promised is 'by the donation line, at all hubs together; null when no donation is behind it';
