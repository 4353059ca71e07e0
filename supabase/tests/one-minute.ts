/** One minute and one day for every limit of a test's database, whatever the clock does while the test runs. */
export const oneMinute = `
  create or replace function private.stand_still() returns trigger language plpgsql as $$
    begin new.minute := '2026-11-29T10:00:00Z'; new.day := '2026-11-29T00:00:00Z'; return new; end $$;
  create or replace trigger stand_still before insert or update on private.rate_counters
    for each row execute function private.stand_still()`;
