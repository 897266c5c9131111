-- The record of readings belongs to a role that is nobody's login, and no longer to the service whose readings it records: the
-- owner of a table can switch its triggers off, empty it and drop it. The administrator makes that role (guard.sql).
do $$
begin
  if to_regprocedure('guard.keep(regclass)') is null then
    raise exception 'this database has no guard'
      using hint = 'as its administrator, run deploy/local/src/main/resources/it/milanoaiuta/local/guard.sql in it (ADR 007)';
  end if;
end
$$;

drop trigger vault_read_append_only on vault_read;
drop function vault_read_stays();
select guard.keep('vault_read');
