-- Tables of event delivery; every service includes this script by its Flyway location and copies none of it.

-- The gap-free number of each aggregate, taken under this row's lock.
create table outbox_stream (
  aggregate_type text not null,
  aggregate_id uuid not null,
  last_seq bigint not null check (last_seq > 0),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (aggregate_type, aggregate_id)
);

create table outbox (
  id bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  seq bigint not null,
  type text not null,
  dataschema text not null,
  occurred_at timestamptz not null,
  trace_parent text,
  payload jsonb not null check (octet_length(payload::text) <= 262144),
  unique (aggregate_type, aggregate_id, seq)
);

-- Takes the next number of the aggregate and appends one event; for statements that do a whole use case in one round trip.
-- Call it last, for several aggregates sorted by (type, id).
create function outbox_append(p_topic text, p_aggregate_id uuid, p_type text, p_payload jsonb, p_trace_parent text)
returns bigint language sql as $$
  with stream as (
    insert into outbox_stream (aggregate_type, aggregate_id, last_seq) values (p_topic, p_aggregate_id, 1)
    on conflict (aggregate_type, aggregate_id)
    do update set last_seq = outbox_stream.last_seq + 1, changed_at = clock_timestamp()
    returning last_seq
  )
  insert into outbox (event_id, topic, aggregate_type, aggregate_id, seq, type, dataschema, occurred_at, trace_parent, payload)
  select uuidv7(), p_topic, p_topic, p_aggregate_id, last_seq, p_type,
         'contracts/events/' || p_type || '.schema.json', clock_timestamp(), p_trace_parent, p_payload
  from stream
  returning seq
$$;
