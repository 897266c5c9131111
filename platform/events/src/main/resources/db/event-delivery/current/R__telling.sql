-- Appends events to the outbox: takes the next numbers of all their aggregates in one statement, which locks the streams
-- sorted by (type, id), then writes the events in the order given. The arrays are parallel; a topic is the aggregate type.
create or replace function outbox_append_all(
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
create or replace function outbox_append(p_topic text, p_aggregate_id uuid, p_type text, p_payload jsonb, p_trace_parent text)
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
