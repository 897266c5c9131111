-- Who was there. Hours need a recorded presence; a correction keeps what stood before.

create table attendance (
  id uuid primary key,
  shift_id uuid not null references shift,
  person_id uuid not null references person,
  check_in timestamptz(0) not null,
  check_out timestamptz(0) not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  unique (shift_id, person_id),
  check (check_in < check_out)
);

create table attendance_correction (
  id bigint generated always as identity primary key,
  attendance_id uuid not null references attendance,
  check_in timestamptz(0) not null,
  check_out timestamptz(0) not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);

comment on table attendance_correction is 'what an attendance said before it was corrected, who had said it and when';
create index attendance_correction_by_attendance on attendance_correction (attendance_id);
