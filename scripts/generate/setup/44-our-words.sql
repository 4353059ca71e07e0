-- Our words: lib/vocabulary and its neighbours declare them, `npm run generate` writes them here.
create function ovenai_setup.our_words(list text) returns text[]
language sql immutable set search_path = '' as $$
  select case list
--@words
  end;
$$;
