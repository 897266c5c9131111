-- What a service knows of people by which they can be reached, encrypted, beside its own rows and without foreign keys to
-- them: kind and id say whose it is. Only it.milanoaiuta.defaults.vault.Vault reads and writes these tables.

-- One data key for each person or case. Without it her entries can never be read again.
create table vault_key (
  kind text not null,
  id uuid not null,
  -- Of the master key that wraps it; derived from that key, so that it can neither be mistyped nor reused.
  master_key text not null,
  wrapped bytea not null,
  primary key (kind, id)
);
create index vault_key_by_master_key on vault_key (master_key, kind, id);

-- AES-256-GCM under the data key, bound to kind, id and field: moved to another row it cannot be read.
create table vault_entry (
  kind text not null,
  id uuid not null,
  field text not null,
  sealed bytea not null,
  primary key (kind, id, field),
  foreign key (kind, id) references vault_key on delete cascade
);

-- For exact look-up: HMAC-SHA-256 of the value under a key derived from the master key. No order, no prefix, no search.
create table vault_index (
  kind text not null,
  id uuid not null,
  field text not null,
  digest bytea not null,
  primary key (kind, id, field),
  foreign key (kind, id) references vault_key on delete cascade
);
create index vault_index_by_digest on vault_index (kind, field, digest, id);

-- Who read what of whom and for what, one row for each reading, in the reading's own transaction.
create table vault_read (
  number bigint generated always as identity primary key,
  read_at timestamptz not null default clock_timestamp(),
  reader uuid not null,
  purpose text not null,
  -- LOOK_UP: she searched by fields[1] and these were found, maybe none. READ: these fields of these were shown to her.
  action text not null check (action in ('READ', 'LOOK_UP')),
  kind text not null,
  ids uuid[] not null,
  fields text[] not null
);
create index vault_read_by_reader on vault_read (reader, read_at);

create function vault_read_stays() returns trigger language plpgsql as $$
begin
  raise exception 'the record of readings is append-only';
end $$;
create trigger vault_read_append_only before update or delete or truncate on vault_read
  for each statement execute function vault_read_stays();

-- Whose data key was deleted, for the answer to whoever asks again, and to erase once more after a backup was restored.
create table vault_erasure (
  kind text not null,
  id uuid not null,
  erased_at timestamptz not null,
  erased_by uuid not null,
  primary key (kind, id)
);
