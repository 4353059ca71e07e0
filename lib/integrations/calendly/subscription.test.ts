import { describe, expect, it } from "vitest";
import {
  apiUrl,
  calendlyWith,
  list,
  me,
  one,
  organization,
  sessionWith,
  user,
} from "./calendly.test-support";
import { keepSubscription, removeSubscriptions } from "./subscription";

const events = ["invitee.created", "invitee.canceled", "invitee_no_show.created", "invitee_no_show.deleted"];
const uri = (name: string) => `${apiUrl}/webhook_subscriptions/${name}`;
const hook = (name: string, more: object = {}) => ({
  uri: uri(name),
  callback_url: "https://app.test/hook/1",
  state: "active",
  events,
  ...more,
});
const known = { details: { news: { by: "webhook", uri: uri("a") } } };
const listed = "GET /webhook_subscriptions";
const made = "POST /webhook_subscriptions";

describe("the subscription of a connection", () => {
  it("that lives and tells all we want stays as it is", async () => {
    const { api, asked } = calendlyWith({
      [listed]: list([hook("other", { callback_url: "https://x.test" }), hook("a")]),
    });
    const kept = await keepSubscription(api, sessionWith(known).session, organization);
    expect(kept).toEqual({ news: { by: "webhook", uri: uri("a") } });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["is disabled", [hook("a", { state: "disabled" })]],
    ["tells less than we want", [hook("a", { events: ["invitee.created"] })]],
    ["we did not make with the present credentials", [hook("b")]],
  ])("that %s goes, and another comes", async (_, there) => {
    const { api, asked } = calendlyWith({ [listed]: list(there), [made]: one(hook("new")) });
    const kept = await keepSubscription(api, sessionWith(known).session, organization);
    expect(kept).toEqual({ news: { by: "webhook", uri: uri("new") } });
    const removed = new URL(there[0]?.uri ?? "").pathname;
    expect(asked.map(({ what }) => what)).toEqual([listed, `DELETE ${removed}`, made]);
  });

  it("is asked for with the person alone in it, and a key of its own only where no app's key signs", async () => {
    for (const webhookKey of [null, "own"]) {
      const { api, asked } = calendlyWith({ [listed]: list([]), [made]: one(hook("new")) });
      await keepSubscription(api, sessionWith({ webhookKey }).session, organization);
      expect(asked.at(-1)?.body).toEqual({
        url: "https://app.test/hook/1",
        events,
        organization,
        user: me,
        scope: "user",
        ...(webhookKey && { signing_key: webhookKey }),
      });
    }
  });

  it.each([
    ["plan", { status: 403, body: { title: "Permission Denied", message: "Please upgrade your account" } }],
    ["scope", { status: 403, body: { title: "Insufficient scope", message: "" } }],
    ["scope", { status: 400, body: { title: "Invalid Argument", message: "" } }],
  ])("that cannot be had for the %s leaves us asking, and says why", async (because, answer) => {
    const { api } = calendlyWith({ [listed]: list([]), [made]: answer });
    const kept = await keepSubscription(api, sessionWith().session, organization);
    expect(kept).toEqual({ news: { by: "polling", because } });
  });

  it("that somebody made a moment ago is there, and an outage is no lack of rights", async () => {
    const there = calendlyWith({ [listed]: list([]), [made]: { status: 409, body: {} } });
    expect(await keepSubscription(there.api, sessionWith().session, organization)).toEqual({
      news: { by: "webhook", uri: "" },
    });
    const down = calendlyWith({ [listed]: { status: 503, body: null } });
    expect(await keepSubscription(down.api, sessionWith().session, organization)).toEqual({
      fault: { ok: false, fault: "unreachable" },
    });
  });

  it("ends with the connection, and only this connection's", async () => {
    const { api, asked } = calendlyWith({
      "GET /users/me": user,
      [listed]: list([hook("a"), hook("other", { callback_url: "https://x.test" })]),
    });
    await removeSubscriptions(api, sessionWith(known).session);
    expect(asked.map(({ what }) => what).filter((what) => what.startsWith("DELETE"))).toEqual([
      "DELETE /webhook_subscriptions/a",
    ]);
  });
});
