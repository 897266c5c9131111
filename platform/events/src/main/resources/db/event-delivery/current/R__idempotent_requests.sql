-- Claims a key for the running transaction. Null: it is ours now, go on. A row: the request was done before, answer from
-- that row and change nothing. While another transaction holds the key this waits at most 2 s, then fails with 55P03
-- (answered 409); a key used for another request fails with MA422 (answered 422). Whoever knows the id of what is about to
-- be made gives it as p_result; else idempotency_settle stores it before the commit.
--
-- p_fingerprint is one block of 32 bytes for each secret the service knows, the current one's first: that one is kept, and
-- a request kept under an older secret is recognised too.
create or replace function idempotency_claim(
  p_principal text, p_key uuid, p_fingerprint bytea, p_result uuid default null)
returns idempotency language plpgsql set lock_timeout = '2s' as $$
declare
  seen idempotency;
begin
  loop
    insert into idempotency (principal, key, fingerprint, result)
    values (p_principal, p_key, substr(p_fingerprint, 1, 32), p_result) on conflict do nothing;
    if found then
      return null;
    end if;
    select * into seen from idempotency where principal = p_principal and key = p_key;
    if found then
      if not exists (select from generate_series(1, length(p_fingerprint), 32) as block
                     where substr(p_fingerprint, block, 32) = seen.fingerprint) then
        raise exception 'this key was used for another request' using errcode = 'MA422';
      end if;
      return seen;
    end if;
    -- purged in between: it is free again
  end loop;
end
$$;

create or replace function idempotency_settle(p_principal text, p_key uuid, p_result uuid)
returns void language sql as $$
  update idempotency set result = p_result where principal = p_principal and key = p_key
$$;
