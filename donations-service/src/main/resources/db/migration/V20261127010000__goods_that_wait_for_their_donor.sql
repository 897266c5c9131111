-- Goods whose need ended become general stock when they arrive, or once their donor has had time to want them back.
alter table donation_line add column stock_at timestamptz;
create index donation_line_stock_at on donation_line (stock_at) where not released;

comment on column donation_line.stock_at is 'its need ended: general stock on arrival, at the latest then';
comment on column donation_line.release_due is 'its need ended and the donor has not been told yet';
