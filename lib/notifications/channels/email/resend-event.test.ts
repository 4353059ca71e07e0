import { expect, it } from "vitest";
import { readResendEvent } from "./resend-event";

const to = ["dana@example.com"];
const bounced = (type: string, message = "") => ({
  type: "email.bounced",
  data: { to, bounce: { type, message } },
});

it("an address that does not exist, or whose owner complained, takes no mail any more", () => {
  expect(readResendEvent(bounced("Permanent"))).toEqual({ act: "disable", addresses: to, reason: "bounced" });
  expect(readResendEvent({ type: "email.complained", data: { to } })).toMatchObject({ reason: "complained" });
  expect(readResendEvent({ type: "email.suppressed", data: { to } })).toMatchObject({ reason: "bounced" });
});

it("a mail that comes back for a while only, or by our own fault, says nothing of the address", () => {
  expect(readResendEvent(bounced("Transient"))).toEqual({ act: "nothing" });
  expect(readResendEvent(bounced("Undetermined"))).toEqual({ act: "nothing" });
  for (const code of ["5.7.26", "5.7.515"])
    expect(readResendEvent(bounced("Permanent", `550 ${code} unauthenticated`))).toEqual({ act: "ourFault" });
  expect(readResendEvent(bounced("Permanent", "550 5.7.2600"))).toMatchObject({ act: "disable" });
});

it("what nobody acts upon asks for nothing, and what is no event is none", () => {
  expect(readResendEvent({ type: "email.opened", data: { to } })).toEqual({ act: "nothing" });
  expect(readResendEvent({ type: "domain.created" })).toEqual({ act: "nothing" });
  for (const none of [null, [], "email.bounced", { data: { to } }]) expect(readResendEvent(none)).toBeNull();
});
