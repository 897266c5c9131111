-- Food and other goods are told apart: infant milk is food, nappies and tablets are none. The catalogue tells it of each item;
-- until it has, the category does.
alter table item add column food boolean not null default false;
update item set food = true where category = 'FOOD';
