-- The facts of receipts of which only the JSON was kept. What is there already stays.

insert into receipt_line (receipt_id, position, arrival_line_id, item_id, accepted, rejected, missing, surplus, reason,
  destination, temperature, quarantined)
select r.id, said.position - 1, l.id, coalesce(l.item_id, (said.line ->> 'itemId')::uuid),
  coalesce((said.line ->> 'accepted')::numeric, 0), coalesce((said.line ->> 'rejected')::numeric, 0),
  coalesce((said.line ->> 'missing')::numeric, 0), coalesce((said.line ->> 'surplus')::numeric, 0),
  said.line ->> 'reason', said.line ->> 'destination', (said.line ->> 'temperature')::numeric, false
from receipt r
cross join lateral jsonb_array_elements(r.request::jsonb -> 'lines') with ordinality as said(line, position)
left join arrival_line l on l.id = (said.line ->> 'arrivalLineId')::uuid
where r.state in ('TO_SETTLE', 'SETTLED')
on conflict do nothing;

insert into receipt_batch (receipt_id, position, line, lot_code, date_kind, date, quantity)
select r.id, row_number() over (partition by r.id order by said.position, batch.position) - 1, said.position - 1,
  batch.lot ->> 'lotCode', batch.lot ->> 'dateKind', batch.lot ->> 'date', (batch.lot ->> 'quantity')::numeric
from receipt r
cross join lateral jsonb_array_elements(r.request::jsonb -> 'lines') with ordinality as said(line, position)
cross join lateral jsonb_array_elements(case jsonb_typeof(said.line -> 'lots') when 'array' then said.line -> 'lots' else '[]' end)
  with ordinality as batch(lot, position)
on conflict do nothing;

insert into receipt_delivery (receipt_id, delivery_id)
select r.id, d.id
from receipt r
cross join lateral jsonb_array_elements_text(r.answer::jsonb -> 'deliveryIds') as planned(id)
join delivery d on d.id = planned.id::uuid
on conflict do nothing;
