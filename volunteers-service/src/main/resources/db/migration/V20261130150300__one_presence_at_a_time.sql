-- One person is present at one place at a time. What was recorded of two places at once before this was held stays as it was, and on
-- record as such, until it is corrected.
alter table attendance
  add column during tstzrange not null generated always as (tstzrange(check_in, check_out)) stored,
  add column recorded_twice boolean not null default false;
comment on column attendance.recorded_twice is 'she was recorded elsewhere at that time too, before that was refused';
update attendance a set recorded_twice = true
where exists (select from attendance b where b.person_id = a.person_id and b.during && a.during and (b.recorded_at, b.id) < (a.recorded_at, a.id));
alter table attendance
  add constraint one_presence_at_a_time exclude using gist (person_id with =, during with &&) where (not recorded_twice);
