-- A shift that had not begun when its organisation was suspended is frozen: that follows from the two, so that neither a
-- reinstatement nor another owner needs to thaw anything.
alter table organisation add column suspended_at timestamptz;
update organisation set suspended_at = now() where status = 'SUSPENDED';
alter table organisation add constraint organisation_suspended_since check ((status = 'SUSPENDED') = (suspended_at is not null));

alter table shift_change add column owner_id uuid;
comment on column shift_change.owner_id is 'whose it is since this change';
comment on column shift.version is 'of what is decided about it: times, places, owner';
