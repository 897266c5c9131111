-- What a receipt says and brought is kept as facts; its JSON only repeats an answer.

-- Also of what is kept to be settled; goods nobody expected have no line of the arrival until they are booked.
alter table receipt_line add column item_id uuid references item;
update receipt_line l set item_id = a.item_id from arrival_line a where a.id = l.arrival_line_id;
alter table receipt_line alter column item_id set not null;
alter table receipt_line alter column arrival_line_id drop not null;
-- Part of accepted: it had been told missing before.
alter table receipt_line add column found numeric(14, 3) not null default 0 check (found between 0 and accepted);

-- The goods of a line by date, as they were said.
create table receipt_batch (
  receipt_id uuid not null references receipt,
  position int not null,
  -- Position of the line in the receipt.
  line int not null,
  lot_code text,
  date_kind text not null check (date_kind in ('USE_BY', 'BEST_BEFORE', 'NONE')),
  -- As printed.
  date text,
  quantity numeric(14, 3) not null check (quantity > 0),
  primary key (receipt_id, position)
);

-- The deliveries planned for needs the goods were given for.
create table receipt_delivery (
  receipt_id uuid not null references receipt,
  delivery_id uuid not null references delivery,
  primary key (receipt_id, delivery_id)
);
