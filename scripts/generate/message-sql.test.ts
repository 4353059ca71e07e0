import { describe, expect, it } from "vitest";
import { messageSql } from "./message-sql";

describe("an ICU message in SQL", () => {
  it.each([
    ["Hello", "'Hello'"],
    ["", "''"],
    ["It's {name}", "'It''s ' || (params ->> 'name')"],
    ["{ from } to {to}", "(params ->> 'from') || ' to ' || (params ->> 'to')"],
    [
      "{to, select, cold {low} other {at {to}}}!",
      "case params ->> 'to' when 'cold' then 'low' else 'at ' || (params ->> 'to') end || '!'",
    ],
    [
      "{a, select, x {{b, select, y {1} other {}}} other {2}}",
      "case params ->> 'a' when 'x' then case params ->> 'b' when 'y' then '1' else '' end else '2' end",
    ],
  ])("%s", (message, sql) => {
    expect(messageSql("kind", message)).toBe(sql);
  });

  it.each([
    "{count, plural, one {# day} other {# days}}",
    "{at, date, short}",
    "<b>{name}</b>",
    "'{quoted}'",
    "{to, select, cold {low}}",
    "{to, select, cold {low} other {high}",
    "{to",
    "{}",
    "a } b",
    "# 1",
  ])("refuses %s, and names the message", (message) => {
    expect(() => messageSql("lead.heat title", message)).toThrow(
      /^lead\.heat title: .* cannot be rendered in SQL/,
    );
  });
});
