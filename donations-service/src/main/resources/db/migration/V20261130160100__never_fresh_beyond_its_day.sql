-- A need is never fresh beyond its by-when; those that were published after it expire with the next tick, and their owners are asked.
update need set fresh_until = by_when where fresh_until > by_when;
alter table need add constraint never_fresh_beyond_its_day check (fresh_until <= by_when);
