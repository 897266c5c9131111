-- One posting asks for people and goods: one opportunity and one need of the same owner under an id the client made.
alter table opportunity add column posting_id uuid;
create unique index opportunity_of_posting on opportunity (owner_kind, owner_id, posting_id) where posting_id is not null;
comment on column opportunity.posting_id is 'client-made; a need of the same owner may have it too';
