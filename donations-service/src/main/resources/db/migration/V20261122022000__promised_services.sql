-- A donation may be one service: promised to the need line that asks for it, confirmed by whoever asked, never at a hub.
alter table donation
  alter column handover drop not null,
  add check (handover is not null or hub_id is null);
alter table donation_line
  alter column item_id drop not null,
  add column service text check (service in ('VEHICLE_WITH_DRIVER', 'STORAGE', 'SKILLED_HOURS')),
  drop constraint donation_line_unit_check,
  add constraint donation_line_unit_check check (unit in ('KG', 'PIECE', 'L', 'HOUR', 'DAY')),
  add check (num_nonnulls(item_id, service) = 1),
  add check (service is null or need_line_id is not null);

comment on column donation.handover is 'null for a service';
comment on table arrival_line is 'totals of an arrival as food-hub.receipts tells them; of a service as its recipient confirms it';
