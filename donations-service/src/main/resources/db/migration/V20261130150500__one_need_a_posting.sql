-- One posting asks for goods once: what was filed under the same id later stays, without it.
update need n set posting_id = null
where exists (select from need first where first.owner_kind = n.owner_kind and first.owner_id = n.owner_id
                and first.posting_id = n.posting_id and first.id < n.id);
create unique index need_of_posting on need (owner_kind, owner_id, posting_id) where posting_id is not null;
