create extension if not exists btree_gist;

-- Who volunteers: an opaque id and, when she has an account, her sign-in. No name and no address stand here.
create table person (
  id uuid primary key,
  subject uuid unique
);

create table sign_up (
  id uuid primary key,
  shift_id uuid not null,
  role text not null,
  person_id uuid not null references person,
  state text not null check (state in
    ('REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED', 'EXPIRED', 'DECLINED', 'CANCELLED', 'REMOVED')),
  arrival int not null,
  first_number int,
  queue int not null,
  starts_at timestamptz(0) not null,
  ends_at timestamptz(0) not null,
  -- Half-open: a shift may begin at the second another ends.
  during tstzrange not null generated always as (tstzrange(starts_at, ends_at)) stored,
  asked_until timestamptz,
  late boolean not null default false,
  left_place boolean not null default false,
  left_at timestamptz,
  removed_for text check (length(removed_for) <= 40),
  signed_up_at timestamptz not null,
  foreign key (shift_id, role) references shift_role,
  unique (shift_id, role, arrival),
  check (starts_at < ends_at),
  check ((state = 'REMOVED') = (removed_for is not null)),
  check (state not in ('CANCELLED', 'DECLINED') or left_at is not null),
  check (state <> 'OFFERED' or asked_until is not null),
  constraint one_place_at_a_time exclude using gist (person_id with =, during with &&) where (state = 'CONFIRMED')
);

comment on column sign_up.arrival is 'the how-manieth who ever signed up for this role, from 1';
comment on column sign_up.first_number is 'her number on the waiting list when she signed up; null = confirmed at once';
comment on column sign_up.queue is 'order of the waiting list: the arrival, or less for who was given its first place back';
comment on column sign_up.asked_until is 'until when she may take the place she is asked about';
comment on column sign_up.left_place is 'it held a place when she left it';

create unique index one_live_sign_up on sign_up (shift_id, person_id)
  where state in ('REQUESTED', 'CONFIRMED', 'WAITING', 'OFFERED');
create index waiting_list on sign_up (shift_id, role, queue) where state = 'WAITING';
create index offered on sign_up (asked_until) where state = 'OFFERED';
create index sign_up_by_shift on sign_up (shift_id, id);
create index sign_up_by_person on sign_up (person_id, starts_at, id);

-- Confirms a sign-up unless she is confirmed elsewhere at that time (false). Another sign-up of hers that is just being
-- written is waited for; in a block of its own, so that only this attempt is undone.
create function confirm_unless_busy(p_sign_up uuid) returns boolean language plpgsql as $$
begin
  update sign_up set state = 'CONFIRMED', asked_until = null where id = p_sign_up;
  return true;
exception when exclusion_violation then
  return false;
end
$$;

-- Places that somebody may have become free to take, because she left another shift at that time. Filled by scheduled work: a
-- transaction that held the rows of two shifts could meet another that wants them in the other order.
create table place_to_fill (
  id uuid primary key default uuidv7(),
  shift_id uuid not null,
  role text not null,
  foreign key (shift_id, role) references shift_role
);
