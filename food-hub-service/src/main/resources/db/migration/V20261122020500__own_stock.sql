-- A hub gives of its own stock: an arrival of its own kind to which nothing comes, and goods set aside by a donation line that
-- is not the one they once came by.

alter table arrival drop constraint arrival_kind_check;
alter table arrival add constraint arrival_kind_check
  check (kind in ('DONATION', 'TRANSFER', 'RETURN', 'SUPPLIER', 'UNANNOUNCED', 'OWN_STOCK'));
alter table arrival drop constraint arrival_check1;
alter table arrival add constraint arrival_of_donation check ((kind in ('DONATION', 'OWN_STOCK')) = (donation_id is not null));
create index arrival_line_donation_line on arrival_line (donation_line_id) where donation_line_id is not null;

alter table reservation add column donation_line_id uuid;
create index reservation_donation_line on reservation (donation_line_id) where donation_line_id is not null;

-- Until now goods were set aside by the line they came by.
alter table reservation disable trigger reservation_keeps_reserved;
update reservation r set donation_line_id = l.donation_line_id
from lot l where l.id = r.lot_id and r.holder_kind = 'DELIVERY' and l.donation_line_id is not null;
alter table reservation enable trigger reservation_keeps_reserved;
