-- Of the kilograms that are promised those of food are told as well.
alter table donation_line add column food boolean not null default false;
update donation_line l set food = true from item i where i.id = l.item_id and (i.food or i.code = 'INFANT_MILK');
alter table donation add column food_kg numeric(14, 3) not null default 0 check (food_kg >= 0);
update donation d set food_kg = coalesce((select sum(kg) from donation_line where donation_id = d.id and food and not cancelled), 0);
comment on column donation_line.food is 'people eat or drink it, by the catalogue of the day';
comment on column donation.food_kg is 'of kg what is food';

insert into figure_change (day, name, hub_id, amount)
select day, 'PROMISED_FOOD_KG', hub_id, sum(food_kg) from donation where state not in ('CANCELLED', 'LAPSED') group by day, hub_id;

-- DONATIONS_<STATE>, PROMISED_KG and PROMISED_FOOD_KG: by the day of the pledge and the hub it goes to, whatever became of it since.
create or replace function count_donation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (old.state, old.hub_id, old.kg, old.food_kg) is not distinct from (new.state, new.hub_id, new.kg, new.food_kg) then
      return null;
    end if;
    insert into figure_change (day, name, hub_id, amount)
    values (old.day, 'DONATIONS_' || old.state, old.hub_id, -1),
           (old.day, 'PROMISED_KG', old.hub_id, case when old.state in ('CANCELLED', 'LAPSED') then 0 else -old.kg end),
           (old.day, 'PROMISED_FOOD_KG', old.hub_id, case when old.state in ('CANCELLED', 'LAPSED') then 0 else -old.food_kg end);
  end if;
  insert into figure_change (day, name, hub_id, amount)
  values (new.day, 'DONATIONS_' || new.state, new.hub_id, 1),
         (new.day, 'PROMISED_KG', new.hub_id, case when new.state in ('CANCELLED', 'LAPSED') then 0 else new.kg end),
         (new.day, 'PROMISED_FOOD_KG', new.hub_id, case when new.state in ('CANCELLED', 'LAPSED') then 0 else new.food_kg end);
  return null;
end $$;
