-- An open list: a category that came with a newer version is kept as it is; how a code is written stays.

alter table item drop constraint item_category_check;
alter table item add check (category ~ '^[A-Z][A-Z0-9_]{0,39}$');
