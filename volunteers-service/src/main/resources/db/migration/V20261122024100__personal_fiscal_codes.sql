-- A small organisation may have no code of its own but its president's. The check character is the service's to judge.
alter table organisation
  drop constraint organisation_fiscal_code_check,
  add constraint organisation_fiscal_code_check check (fiscal_code ~ '^([0-9]{11}|[A-Z0-9]{16})$');
