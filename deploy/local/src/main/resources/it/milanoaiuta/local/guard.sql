-- What an administrator runs in the database of a service, before the service's first start; again is harmless. It gives what
-- the service only adds to (the record of the vault's readings) an owner that is not the service: whoever has the service's
-- password can then neither change nor empty nor drop it, nor switch off what refuses that.
--
--   create role volunteers_guard nologin;
--   psql -d volunteers -v service=volunteers -v guard=volunteers_guard -f guard.sql
--
-- as a superuser, or as who made both roles and may make a schema there.

grant :"service" to :"guard";  -- it takes over what the service made; not the other way round
alter schema public owner to :"guard";  -- the owner of a schema may drop all in it
grant usage, create on schema public to :"service";
create schema if not exists guard authorization :"guard";
grant usage on schema guard to :"service";

create or replace function guard.refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end
$$;

-- From a migration, once: select guard.keep('table'). From then on the service reads and adds, and nobody does more; a later
-- change of that table is the administrator's.
create or replace function guard.keep(kept regclass) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  service text := (select rolname from pg_roles join pg_class on relowner = pg_roles.oid where pg_class.oid = kept);
begin
  if service <> current_user then
    execute format('create trigger append_only before update or delete or truncate on %s for each statement execute function guard.refuse()', kept);
    execute format('alter table %s owner to %I', kept, current_user);
    execute format('revoke all on %s from %I', kept, service);
    execute format('grant select, insert on %s to %I', kept, service);
  end if;
end
$$;

alter function guard.refuse() owner to :"guard";
alter function guard.keep(regclass) owner to :"guard";
