-- How many people may come to a hub's shift, by role: a shift may offer other places than were asked for once it is changed.

create table roster_shift_role (
  shift_id uuid not null references roster_shift,
  role text not null,
  capacity int not null,
  primary key (shift_id, role)
);
