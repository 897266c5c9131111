-- Food and other goods are told apart: infant milk is food, nappies and tablets are none. The reference file says so of each item;
-- until it is read again, the category does.
alter table item add column food boolean not null default false;
update item set food = true where category = 'FOOD';
comment on column item.food is 'people eat or drink it';
