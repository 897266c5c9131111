-- What can be asked for and given. Rows come from the reference file, through the use case that tells the other services.

create table item (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  category text not null check (category in ('FOOD', 'HYGIENE', 'INFANT', 'DEVICE', 'PPE')),
  name jsonb not null,
  unit text not null check (unit in ('KG', 'PIECE', 'L')),
  kg_per_unit numeric(14, 3) not null check (kg_per_unit > 0),
  storage_class text not null check (storage_class in ('AMBIENT', 'CHILLED', 'FROZEN', 'FRESH_PRODUCE')),
  date_kind text not null check (date_kind in ('USE_BY', 'BEST_BEFORE', 'NONE')),
  shelf_days int check (shelf_days > 0),
  margin_days int not null check (margin_days >= 0),
  conversions jsonb not null,
  archived boolean not null,
  edition int not null check (edition > 0)
);

comment on column item.name is 'by language: it, en, ar';
comment on column item.unit is 'base unit: every quantity of this item is kept in it';
comment on column item.shelf_days is 'use within, for goods without a printed date; null: they do not spoil';
comment on column item.margin_days is 'days an item must still be good for after it is handed over';
comment on column item.conversions is '[{unit, factor, nominal}]: one such unit is factor base units, exactly unless nominal';
comment on column item.edition is 'edition of the reference file that wrote this row: an older file never overwrites a newer one';

create function refuse_change_of_unit() returns trigger language plpgsql as $$
begin
  raise exception 'the base unit of item % cannot change: quantities are kept in it; list a new item', old.code;
end $$;
create trigger item_keeps_its_unit before update on item
  for each row when (old.unit <> new.unit) execute function refuse_change_of_unit();
