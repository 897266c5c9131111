-- Edition of the reference file that wrote the row: an older file never overwrites a newer one. 0: written before there were any.
alter table hub add column edition int not null default 0 check (edition >= 0);
alter table neighbourhood add column edition int not null default 0 check (edition >= 0);
