-- One code of a lot, however it was typed: without blanks, dashes and what nobody sees, in capitals. Null for no code. The reader of new
-- codes is SpokenCode. lot.code_key is computed with it and stored: another answer is another function, made by the migration that
-- makes that column anew.
create or replace function lot_code_key(code text) returns text immutable strict parallel safe language sql as $$
  select nullif(upper(regexp_replace(normalize(code, nfc),
    '[\s\u0001-\u0020\u007f-\u00a0\u00ad\u02d7\u058a\u061c\u1680\u180e\u2000-\u2015\u2028-\u202f\u2043\u205f-\u206f\u2212\u2800\u3000\u301c\u3030\ufe58\ufe63\ufeff\uff0d-]',
    '', 'g')), '')
$$;
