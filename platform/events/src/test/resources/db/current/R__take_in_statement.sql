create or replace function take_in_statement(p_principal text, p_key uuid, p_fingerprint bytea, p_place uuid, out id uuid, out replayed boolean)
language plpgsql as $$
declare
  made uuid := uuidv7();
  seen idempotency := idempotency_claim(p_principal, p_key, p_fingerprint, made);
begin
  replayed := seen.key is not null;
  id := coalesce(seen.result, made);
  if not replayed then
    update place set taken = taken + 1 where place.id = p_place;
    perform outbox_append('test.places', p_place, 'PlaceTaken.v1', jsonb_build_object('placeId', p_place), null);
  end if;
end
$$;
