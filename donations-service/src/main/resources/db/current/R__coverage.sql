-- Where a kept coverage and its recount from the facts differ, and no due work is to settle it; always empty. The tests end by asking it.
create or replace view coverage_difference as
with heard as (
  select l.need_line_id, l.id as donation_line_id, case when l.service is null then a.set_aside else a.accepted end as set_aside,
         a.accepted, a.rejected + a.missing as refused, 0 as planned, 0 as carried, 0 as delivered
  from donation_line l join arrival_line a on a.donation_id = l.donation_id and a.donation_line_id = l.id
  where l.need_line_id is not null
  union all
  select need_line_id, donation_line_id, 0, 0, 0, planned, case when over then delivered else carried end, delivered
  from delivery_line
), known as (
  select need_line_id, donation_line_id, sum(set_aside) as set_aside, sum(accepted) as accepted, sum(refused) as refused,
         sum(planned) as planned, sum(carried) as carried, sum(delivered) as delivered
  from heard group by need_line_id, donation_line_id
), fact as (
  select k.need_line_id, k.donation_line_id, k.accepted, k.refused,
         case when n.owner_kind = 'HUB' or l.service is not null then k.set_aside
              when l.ended then k.carried
              else greatest(k.set_aside - (k.planned - k.carried), k.carried) end as there,
         case when n.owner_kind = 'HUB' or l.service is not null then k.set_aside else k.delivered end as handed_over
  from known k join need_line l on l.id = k.need_line_id join need n on n.id = l.need_id
), coming as (
  select d.need_line_id,
         greatest(0, d.quantity - greatest(f.accepted, f.there, 0) - coalesce(f.refused, 0)) as quantity
  from donation_line d join donation g on g.id = d.donation_id join need_line l on l.id = d.need_line_id
  left join fact f on f.need_line_id = d.need_line_id and f.donation_line_id = d.id
  where g.withdrawn is null and not d.cancelled and not d.released and not l.ended
    and not coalesce((select bool_and(closed) from arrival_line a where a.donation_id = g.id), false)
), line as (
  select l.*, coalesce((select sum(there) from fact f where f.need_line_id = l.id), 0) as there,
         coalesce((select sum(handed_over) from fact f where f.need_line_id = l.id), 0) as handed_over,
         coalesce((select sum(quantity) from coming c where c.need_line_id = l.id), 0) as coming,
         coalesce((select sum(d.promised) from donation_line d where d.need_line_id = l.id), 0) as shared
  from need_line l
), recounted as (
  select id, promised, in_transit, received, shared, least(requested, handed_over) as received_recounted,
         least(requested, there) - least(requested, handed_over) as in_transit_recounted,
         least(requested - least(requested, there), coming) as promised_recounted
  from line
)
select * from recounted
where (promised, in_transit, received, shared) is distinct from
      (promised_recounted, in_transit_recounted, received_recounted, promised_recounted)
  and not exists (select from donation_line d where d.need_line_id = recounted.id and (d.release_due or d.crowd_due));
