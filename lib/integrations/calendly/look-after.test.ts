import { expect, it } from "vitest";
import { apiUrl, calendlyWith, list, one, sessionWith, user } from "./calendly.test-support";
import { lookAfterCalendly } from "./look-after";

const type = (name: string, more: object = {}) => ({
  uri: `${apiUrl}/event_types/${name}`,
  name,
  slug: name,
  active: true,
  duration: 30,
  scheduling_url: `https://calendly.test/${name}`,
  deleted_at: null,
  ...more,
});
const hook = one({ uri: `${apiUrl}/webhook_subscriptions/a`, callback_url: "", state: "active", events: [] });
const replies = {
  "GET /users/me": user,
  "GET /event_types": list([
    type("demo"),
    type("gone", { deleted_at: "2026-01-01" }),
    type("off", { active: false }),
    type("odd", { scheduling_url: "javascript:alert(1)" }),
  ]),
  "GET /webhook_subscriptions": list([]),
  "POST /webhook_subscriptions": hook,
  "GET /scheduled_events": list([]),
};
const looked = (changes: Record<string, { status: number; body: unknown }> = {}, fetches = true) =>
  lookAfterCalendly(calendlyWith({ ...replies, ...changes }).api, sessionWith({ fetches }).session);

it("what can be booked is known as it is there now, and an address of it only where it is one of the web", async () => {
  const { details } = await looked();
  expect(details.types).toEqual([
    {
      id: `${apiUrl}/event_types/demo`,
      name: "demo",
      slug: "demo",
      minutes: 30,
      url: "https://calendly.test/demo",
    },
    { id: `${apiUrl}/event_types/odd`, name: "odd", slug: "odd", minutes: 30, url: "" },
  ]);
});

it("is looked at in an hour where news is told, sooner where it is asked for, and soon where nobody answered", async () => {
  const plan = { status: 403, body: { title: "Permission Denied", message: "Please upgrade" } };
  expect(await looked()).toMatchObject({ fault: null, waitSeconds: 3_600 });
  expect(await looked({ "POST /webhook_subscriptions": plan })).toMatchObject({
    fault: null,
    waitSeconds: 600,
  });
  expect(await looked({ "GET /users/me": { status: 503, body: null } })).toMatchObject({
    fault: { fault: "unreachable" },
    waitSeconds: 300,
  });
  expect(await looked({ "GET /event_types": { status: 429, body: null } })).toMatchObject({
    fault: { fault: "limit" },
    waitSeconds: 60,
  });
});

it("what was found before a fault is kept, and bookings are fetched only where that is wanted", async () => {
  const found = await looked({ "GET /scheduled_events": { status: 500, body: null } });
  expect(found).toMatchObject({ fault: { fault: "unreachable" }, details: { news: { by: "webhook" } } });
  expect(found.details.types).toHaveLength(2);
  const idle = await looked({ "GET /scheduled_events": { status: 500, body: null } }, false);
  expect(idle.fault).toBeNull();
});
