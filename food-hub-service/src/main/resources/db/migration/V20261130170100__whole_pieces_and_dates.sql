-- No part of a piece is moved, but what old books left of one: it leaves so that whole pieces stay behind.
create function refuse_parts_of_pieces() returns trigger language plpgsql as $$
begin
  if exists (
    select from booked m
    join lot l on l.id = m.lot_id
    join item i on i.id = l.item_id and i.unit = 'PIECE'
    left join balance b on (b.kind, b.owner, b.lot_id) = (m.from_kind, m.from_owner, m.lot_id)
    where m.quantity % 1 <> 0 and b.quantity % 1 <> 0
  ) then
    raise exception 'a part of a piece is not moved' using errcode = 'check_violation';
  end if;
  return null;
end $$;
-- Fires after the balances are kept: triggers of one event go by name.
create trigger movement_whole_pieces after insert on movement
  referencing new table as booked for each statement execute function refuse_parts_of_pieces();

-- Printed dates lie in the years of every other date; lots of before keep what they have.
alter table lot add constraint lot_date_of_our_time
  check (date_kind = 'NONE' or last_day between '1900-01-01' and '2999-12-31') not valid;

-- When the goods came, of an arrival that was entered later.
alter table arrival add column came_at timestamptz;
