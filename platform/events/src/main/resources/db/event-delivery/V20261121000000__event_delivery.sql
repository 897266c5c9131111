-- Tables of event delivery; every service includes this script by its Flyway location and copies none of it.

---------------------------------------------------------------------------------------------------------------------
-- Telling: outbox, relay, log
---------------------------------------------------------------------------------------------------------------------

-- The gap-free number of each aggregate, taken under this row's lock.
create table outbox_stream (
  aggregate_type text not null,
  aggregate_id uuid not null,
  last_seq bigint not null check (last_seq > 0),
  changed_at timestamptz not null default clock_timestamp(),
  primary key (aggregate_type, aggregate_id)
);
create index outbox_stream_changed on outbox_stream (changed_at);

-- Told, not yet on Kafka. Short at rest, so it is vacuumed by count and not by share.
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
  payload jsonb not null,
  unique (aggregate_type, aggregate_id, seq),
  constraint outbox_payload_size check (octet_length(payload::text) <= 262144)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);

-- Told and acknowledged by Kafka; kept at least 90 days to publish again, to audit, to repair after a power loss.
create table event_log (
  id bigint primary key,
  event_id uuid not null,
  topic text not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  seq bigint not null,
  type text not null,
  dataschema text not null,
  occurred_at timestamptz not null,
  trace_parent text,
  payload jsonb not null,
  published_at timestamptz not null default clock_timestamp(),
  kafka_partition int not null,
  kafka_offset bigint not null,
  unique (aggregate_type, aggregate_id, seq)
);

-- One leader a database, judged by the database's clock.
create table relay_lease (
  only_row boolean primary key default true check (only_row),
  holder text not null,
  until timestamptz not null
);
insert into relay_lease (holder, until) values ('', '-infinity');

-- Appends events to the outbox: takes the next numbers of all their aggregates in one statement, which locks the streams
-- sorted by (type, id), then writes the events in the order given. The arrays are parallel; a topic is the aggregate type.
create function outbox_append_all(
  p_topics text[], p_aggregate_ids uuid[], p_types text[], p_payloads text[], p_trace_parent text)
returns void language sql as $$
  with told as (
    select * from unnest(p_topics, p_aggregate_ids, p_types, p_payloads) with ordinality
      as told (topic, aggregate_id, type, payload, place)
  ), stream as (
    insert into outbox_stream as s (aggregate_type, aggregate_id, last_seq)
    select topic, aggregate_id, count(*) from told group by topic, aggregate_id order by topic collate "C", aggregate_id
    on conflict (aggregate_type, aggregate_id)
    do update set last_seq = s.last_seq + excluded.last_seq, changed_at = clock_timestamp()
    returning aggregate_type, aggregate_id, last_seq
  )
  insert into outbox (event_id, topic, aggregate_type, aggregate_id, seq, type, dataschema, occurred_at, trace_parent, payload)
  select uuidv7(), topic, topic, told.aggregate_id,
         last_seq - count(*) over stream + row_number() over (stream order by place),
         type, 'contracts/events/' || type || '.schema.json', clock_timestamp(), p_trace_parent, payload::jsonb
  from told join stream on stream.aggregate_type = told.topic and stream.aggregate_id = told.aggregate_id
  window stream as (partition by topic, told.aggregate_id)
  order by place
$$;

-- The same for one event; for statements that do a whole use case in one round trip. Call it last, and for several
-- aggregates either sorted by (type collate "C", id) or through outbox_append_all. Returns the event's number.
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

---------------------------------------------------------------------------------------------------------------------
-- Hearing: inbox, quarantine, audit
---------------------------------------------------------------------------------------------------------------------

-- How far each aggregate of another service has been applied; kept for ever: the memory of what was seen.
create table inbox_stream (
  source text not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  last_seq bigint not null default 0 check (last_seq >= 0),
  blocked_since timestamptz,
  primary key (source, aggregate_type, aggregate_id)
);
create index inbox_stream_blocked on inbox_stream (aggregate_type) where blocked_since is not null;

-- Every event heard. Applied and ignored ones are kept 90 days.
create table inbox (
  source text not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  seq bigint not null check (seq > 0),
  event_id uuid not null,
  type text not null,
  occurred_at timestamptz not null,
  trace_parent text,
  payload jsonb not null,
  state text not null check (state in ('pending', 'parked', 'applied', 'ignored')),
  attempts int not null default 0,
  error text,
  received_at timestamptz not null default clock_timestamp(),
  applied_at timestamptz,
  primary key (source, aggregate_type, aggregate_id, seq),
  unique (source, event_id),
  check ((applied_at is not null) = (state in ('applied', 'ignored')))
);
create index inbox_waiting on inbox (aggregate_type, received_at) where state in ('pending', 'parked');
create index inbox_applied on inbox (applied_at) where state in ('applied', 'ignored');

-- Records that are no event, or contradict one already heard, as they came.
create table quarantine (
  topic text not null,
  partition int not null,
  kafka_offset bigint not null,
  key bytea,
  headers jsonb not null,
  value bytea,
  error text not null,
  at timestamptz not null default clock_timestamp(),
  resolved_at timestamptz,
  primary key (topic, partition, kafka_offset)
);
create index quarantine_open on quarantine (at) where resolved_at is null;

-- The audit of each producer: the time up to which its streams were compared (by its clock), and the newest of its events
-- heard by then. A producer that no longer has that event was restored from an older backup.
create table producer_audit (
  source text primary key,
  claimed_at timestamptz not null,
  compared_until timestamptz not null default '-infinity',
  bookmark_type text,
  bookmark_id uuid,
  bookmark_seq bigint,
  bookmark_event uuid,
  bookmark_at timestamptz,
  history_lost_at timestamptz
);

-- Streams found behind their producer; those behind for over 60 s are healed from its log.
create table producer_gap (
  source text not null,
  aggregate_type text not null,
  aggregate_id uuid not null,
  told_seq bigint not null,
  since timestamptz not null default clock_timestamp(),
  primary key (source, aggregate_type, aggregate_id)
);
create index producer_gap_type on producer_gap (aggregate_type, since);

---------------------------------------------------------------------------------------------------------------------
-- Idempotent requests
---------------------------------------------------------------------------------------------------------------------

-- The key row goes first in the business transaction; the answer is added last. Purged after 7 days.
create table idempotency (
  principal text not null,
  key uuid not null,
  fingerprint bytea not null,
  status smallint,
  headers jsonb,
  body bytea, -- encrypted
  result uuid, -- or the row from which the statement rebuilds its answer
  created_at timestamptz not null default clock_timestamp(),
  primary key (principal, key)
);
create index idempotency_age on idempotency (created_at);

-- Claims a key for the running transaction. Null: it is ours now, go on. A row: the request was done before, answer from
-- that row and change nothing. While another transaction holds the key this waits at most 2 s, then fails with 55P03
-- (answered 409); a key used for another request fails with MA422 (answered 422). Whoever knows the id of what is about to
-- be made gives it as p_result; else idempotency_settle stores it before the commit.
create function idempotency_claim(p_principal text, p_key uuid, p_fingerprint bytea, p_result uuid default null)
returns idempotency language plpgsql set lock_timeout = '2s' as $$
declare
  seen idempotency;
begin
  loop
    insert into idempotency (principal, key, fingerprint, result)
    values (p_principal, p_key, p_fingerprint, p_result) on conflict do nothing;
    if found then
      return null;
    end if;
    select * into seen from idempotency where principal = p_principal and key = p_key;
    if found then
      if seen.fingerprint <> p_fingerprint then
        raise exception 'this key was used for another request' using errcode = 'MA422';
      end if;
      return seen;
    end if;
    -- purged in between: it is free again
  end loop;
end
$$;

create function idempotency_settle(p_principal text, p_key uuid, p_result uuid)
returns void language sql as $$
  update idempotency set result = p_result where principal = p_principal and key = p_key
$$;

---------------------------------------------------------------------------------------------------------------------
-- Messages to people
---------------------------------------------------------------------------------------------------------------------

-- Decided once for a cause, a person and a kind; sent at least once under a stable id.
create table message (
  id uuid primary key default uuidv7(),
  cause uuid not null,
  person uuid not null,
  kind text not null,
  decided_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(),
  claimed timestamptz,
  attempts int not null default 0,
  sent timestamptz,
  unique (cause, person, kind)
);
create index message_due on message (due_at) where sent is null;
