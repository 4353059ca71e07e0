import { describe, expect, it } from "vitest";
import { readBookingEvent } from "./bookings";

const account = { id: "https://api.test/users/me", name: "", email: "", url: null };
const event = {
  uri: "https://api.test/scheduled_events/1",
  start_time: "2026-12-01T09:00:00.000000Z",
  end_time: "2026-12-01T09:30:00.000000Z",
  updated_at: "2026-11-30T09:00:00.000000Z",
  location: { type: "a_kind_that_is_new", join_url: null },
};
const invitee = {
  uri: "https://api.test/scheduled_events/1/invitees/2",
  email: "dana@lead.test",
  status: "active",
  updated_at: "2026-11-30T10:00:00.000000Z",
  event: event.uri,
  old_invitee: null,
  scheduled_event: event,
};
const told = (payload: object, more: object = {}) =>
  JSON.stringify({ event: "invitee.created", created_at: "x", created_by: account.id, payload, ...more });
const read = (more: object = {}) => readBookingEvent(told({ ...invitee, ...more }), account);

describe("a booking in what Calendly tells", () => {
  it("is its invitee, with the hours of the event", () => {
    expect(read({ text_reminder_number: "+972502345678", old_invitee: "https://api.test/old" })).toEqual({
      id: invitee.uri,
      replaces: "https://api.test/old",
      email: "dana@lead.test",
      phone: "+972502345678",
      starts_at: event.start_time,
      ends_at: event.end_time,
      status: "active",
      changed_at: invitee.updated_at,
    });
  });

  it.each([
    [{ status: "canceled" }, "canceled"],
    [{ status: "canceled", rescheduled: true }, "moved"],
    [{ no_show: { uri: "https://api.test/no_shows/1", created_at: "x" } }, "no_show"],
    [{ no_show: null }, "active"],
  ])("of %j is %s", (more, status) => {
    expect(read(more)?.status).toBe(status);
  });

  it("is none where it is another's, says less than is needed, or is no such thing", () => {
    expect(
      readBookingEvent(told(invitee, { created_by: "https://api.test/users/other" }), account),
    ).toBeNull();
    for (const more of [
      { scheduled_event: undefined },
      { email: 7 },
      { status: "new" },
      { updated_at: "yesterday" },
    ])
      expect(read(more)).toBeNull();
    for (const body of ["", "[]", "{", "null"]) expect(readBookingEvent(body, account)).toBeNull();
  });
});
