create or replace function refuse_change_of_unit() returns trigger language plpgsql as $$
begin
  raise exception 'the base unit of item % cannot change: quantities are kept in it; list a new item', old.code;
end $$;
