-- Our words: lib/vocabulary and its neighbours declare them, `npm run generate` writes them here.
create or replace function private.older_our_words(list text) returns text[]
language sql immutable set search_path = '' as $$
  select case list
--@words
  end;
$$;

revoke all on function private.older_our_words(text) from public, anon, authenticated, service_role;
