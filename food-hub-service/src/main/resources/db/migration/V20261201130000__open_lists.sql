-- Open lists: a value that came with a newer version, or from another service, is kept as it is; how a code is written stays.

alter table hub drop constraint hub_kind_check;
alter table lot drop constraint lot_funding_source_check;
alter table arrival drop constraint arrival_funding_source_check;
alter table help_request drop constraint help_request_task_check;

alter table hub add check (kind ~ '^[A-Z][A-Z0-9_]{0,39}$');
alter table lot add check (funding_source ~ '^[A-Z][A-Z0-9_]{0,39}$') not valid;
alter table arrival add check (funding_source ~ '^[A-Z][A-Z0-9_]{0,39}$') not valid;
alter table help_request add check (task ~ '^[A-Z][A-Z0-9_]{0,39}$') not valid;
