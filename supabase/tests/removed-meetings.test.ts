import { describe, expect, it } from "vitest";
import { readCalendar } from "@/lib/testing/read-calendar";
import { invitationMails } from "./invitation-mails";

const { member, ask, mails, onlyMail, change, move, meetingId } = invitationMails();

const removeMeeting = () => ask("delete from public.meetings where id = $1", meetingId());
const removeLead = () =>
  ask("delete from public.leads where id = (select lead_id from public.meetings where id = $1)", meetingId());
const toldCanceled = async () =>
  (
    await ask(
      "select params, action_url from public.notifications where params ->> 'kind' = 'meeting.canceled'",
    )
  ).rows;

describe("a meeting that is removed", () => {
  it("leaves the calendars that an invitation put it into, under the next sequence", async () => {
    await mails();
    await move();
    await mails();
    await removeMeeting();
    const { calendar, subject } = await onlyMail();
    const { method, value } = readCalendar(calendar);
    expect([method, value("uid"), value("sequence"), value("dtstart"), value("status")]).toEqual([
      "CANCEL",
      meetingId(),
      "2",
      "2040-12-04T10:00:00Z",
      "CANCELLED",
    ]);
    expect(subject).toContain("בוטלה");
    expect(subject).toContain("יוסי בר");
  });

  it("together with its lead leaves them as well, and stays told when all else about the lead is gone", async () => {
    await mails();
    await removeLead();
    const { calendar, subject, text } = await onlyMail();
    const { method, value } = readCalendar(calendar);
    expect([method, value("uid"), value("sequence")]).toEqual(["CANCEL", meetingId(), "1"]);
    expect(subject).toContain("יוסי בר");
    expect(text).toMatch(/https:\/\/app\.example\.com\/leads$/m);
    expect(text).not.toContain("/leads/");
    expect(await toldCanceled()).toMatchObject([{ action_url: "/leads" }]);
  });

  it("leads to its lead where that is still there, and else to the leads: in the bell and in the mail alike", async () => {
    await removeMeeting();
    const [{ params, action_url: address }] = await toldCanceled();
    expect(address).toBe(`/leads/${params.lead_id}`);
    expect((await onlyMail()).text).toContain(`https://app.example.com/leads/${params.lead_id}`);
  });

  it("before its invitation left is told as canceled, once", async () => {
    await removeMeeting();
    const [told, ...others] = await mails();
    expect(others).toEqual([]);
    expect(readCalendar(told?.calendar ?? "").method).toBe("CANCEL");
  });

  it.each(["canceled", "held", "no_show"])("that was %s already tells nothing more", async (status) => {
    await change(`status = '${status}'`);
    await ask("delete from public.notifications");
    await removeMeeting();
    expect(await toldCanceled()).toEqual([]);
  });

  it("with its whole project tells nobody: there is nobody in it any more", async () => {
    const [made] = (
      await ask(
        `with p as (insert into public.projects (client_id, name) values ($1, 'Gone') returning id),
         m as (insert into public.project_members (project_id, user_id, role) select id, $2, 'member' from p),
         l as (insert into public.leads (project_id, name) select id, 'Dana' from p returning id, project_id)
         insert into public.meetings (project_id, lead_id, starts_at, ends_at)
         select project_id, id, '2040-01-01T08:00:00Z', '2040-01-01T09:00:00Z' from l returning project_id`,
        member.world().clientId,
        member.world().people.member,
      )
    ).rows;
    await ask("delete from public.projects where id = $1", made.project_id);
    expect(await toldCanceled()).toEqual([]);
  });

  it("when it has begun tells nothing", async () => {
    await change("starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'");
    await removeMeeting();
    expect(await toldCanceled()).toEqual([]);
  });
});
