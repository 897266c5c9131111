-- An organisation has eleven digits of its own. Where its president's personal code stood, nothing stands any more: a private person's
-- tax code is not kept in clear, and the city needs none to verify an organisation.
update organisation set fiscal_code = null where length(fiscal_code) = 16;
alter table organisation
  drop constraint organisation_fiscal_code_check,
  add constraint organisation_fiscal_code_check check (fiscal_code ~ '^[0-9]{11}$');
