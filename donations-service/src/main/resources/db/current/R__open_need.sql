-- The needs that the public sees and donors may promise to, by id, to be joined: published, fresh by the database's clock, of an owner
-- in good standing. The owner is looked up by his id: as exists(…) PostgreSQL may read every organisation for one page of needs.
drop view if exists open_need;
create view open_need as
select id from need
where state = 'PUBLISHED' and fresh_until > now()
  and case owner_kind
    when 'HUB' then (select hub.municipio is not null from hub where hub.id = owner_id)
    else (select organisation.state = 'VERIFIED' from organisation where organisation.id = owner_id)
  end;
