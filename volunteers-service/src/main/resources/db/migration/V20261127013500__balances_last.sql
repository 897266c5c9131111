-- Balances are locked last, at the commit, so that whoever holds one waits for nobody: a move that was counted at once held them
-- while it waited for a sign-up elsewhere that waited for them. Now it is noted at once, before anything else of the transaction
-- changes, and what was counted of the shift then goes to its new day or owner at the commit. No presence is recorded before a
-- shift begins.
create table balance_move (
  id bigint generated always as identity primary key,
  owner_kind text not null,
  from_day date not null,
  from_owner uuid not null,
  to_day date not null,
  to_owner uuid not null,
  places int not null,
  confirmed int not null
);
comment on table balance_move is 'noted within a transaction and gone at its commit';

create or replace function count_moved_shift() returns trigger language plpgsql as $$
begin
  insert into balance_move (owner_kind, from_day, from_owner, to_day, to_owner, places, confirmed)
  select new.owner_kind, old.day, old.owner_id, new.day, new.owner_id,
    (select coalesce(sum(capacity), 0) from shift_role where shift_id = new.id),
    (select count(*) from sign_up where shift_id = new.id and state = 'CONFIRMED');
  return null;
end
$$;
drop trigger moved on shift;
create trigger moved after update of starts_at, owner_id on shift for each row
  when ((old.day, old.owner_id) is distinct from (new.day, new.owner_id) and old.state = 'OPEN' and new.state = 'OPEN')
  execute function count_moved_shift();

create function move_balance() returns trigger language plpgsql as $$
begin
  insert into shift_balance (day, owner_kind, owner_id) values (new.to_day, new.owner_kind, new.to_owner) on conflict do nothing;
  perform from shift_balance where (day, owner_id) in ((new.from_day, new.from_owner), (new.to_day, new.to_owner))
  order by day, owner_id for no key update;
  update shift_balance set shifts = shifts - 1, places = places - new.places, confirmed = confirmed - new.confirmed
  where day = new.from_day and owner_id = new.from_owner;
  update shift_balance set shifts = shifts + 1, places = places + new.places, confirmed = confirmed + new.confirmed
  where day = new.to_day and owner_id = new.to_owner;
  delete from balance_move where id = new.id;
  return null;
end
$$;
create constraint trigger moved after insert on balance_move deferrable initially deferred for each row
  execute function move_balance();

-- Confirms a sign-up unless she is confirmed elsewhere at that time (false). Another sign-up of hers that is just being
-- written is waited for. Where that one waits for this one too, PostgreSQL ends one of the two attempts: then the other is
-- waited for, once, so that the leave or change this belongs to need not fail.
create or replace function confirm_unless_busy(p_sign_up uuid) returns boolean language plpgsql as $$
begin
  for attempt in 1..2 loop
    begin
      update sign_up set state = 'CONFIRMED', asked_until = null where id = p_sign_up;
      return true;
    exception
      when exclusion_violation then
        return false;
      when deadlock_detected then
        if attempt = 2 then
          raise;
        end if;
    end;
  end loop;
end
$$;
