import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { meetingAnswers } from "@/lib/vocabulary/meeting-answers";
import { MAJOR_VERSIONS } from "@/local/postgres/binaries";
import { becomeCaller } from "@/local/test-people";
import { useAnswers } from "./meeting-ground";
import { oneMinute } from "./one-minute";

describe.each(MAJOR_VERSIONS)("on PostgreSQL %s, the answer to an invitation", (major) => {
  const { ask, answer, book, change, client, kept, move, refused, seen, world } = useAnswers(major);

  it("is kept, may be changed, and is seen by everybody in the project", async () => {
    const { id, lead } = await book();
    expect(await answer("member", id, 0)).toMatchObject({
      state: "open",
      answer: null,
      lead_name: "Dana",
      sequence: 0,
    });
    for (const given of meetingAnswers) {
      expect(await answer("member", id, 0, given)).toMatchObject({ state: "open", answer: given });
      for (const who of ["owner", "member", "viewer"] as const)
        expect(await seen(who, lead)).toEqual([given]);
    }
    await answer("viewer", id, 0, "accepted");
    expect((await seen("owner", lead))?.sort()).toEqual(["accepted", "declined"]);
  });

  it("that is given again stays the first one, with its time", async () => {
    const { id } = await book();
    await answer("member", id, 0, "accepted");
    await ask("update private.meeting_answers set answered_at = now() - interval '1 day'");
    await answer("member", id, 0, "accepted");
    expect(await ask("select answered_at < now() as earlier from private.meeting_answers")).toEqual([
      { earlier: true },
    ]);
  });

  it("is nobody's any more when the time changes, and is asked for anew", async () => {
    const { id, lead } = await book();
    await answer("member", id, 0, "accepted");
    await move(id);
    expect(await answer("member", id, 1)).toMatchObject({ state: "open", answer: null });
    expect(await seen("owner", lead)).toEqual([]);
    await answer("member", id, 1, "declined");
    expect(await seen("owner", lead)).toEqual(["declined"]);
  });

  it("stays where only words change: the name of the lead, or what became of the meeting", async () => {
    const { id, lead } = await book();
    await answer("member", id, 0, "accepted");
    await ask("update public.leads set name = 'Dana Cohen' where id = $1", lead);
    await change(id, "created_at = now() - interval '1 day'");
    expect(await answer("member", id, 0)).toMatchObject({ answer: "accepted", lead_name: "Dana Cohen" });
    expect(await seen("owner", lead)).toEqual(["accepted"]);
  });

  it("to an older invitation is not taken down, and says when the meeting is now", async () => {
    const { id } = await book();
    await move(id);
    const [meeting] = await ask<{ at: string }>(
      "select private.iso_instant(starts_at) as at from public.meetings where id = $1",
      id,
    );
    expect(await answer("member", id, 0, "accepted")).toMatchObject({
      state: "moved",
      sequence: 1,
      starts_at: meeting?.at,
      answer: null,
    });
    expect(await kept()).toEqual([]);
  });

  it("to an older invitation takes nothing from one to a later, nor does one that was slower", async () => {
    const { id } = await book();
    await move(id);
    await answer("member", id, 1, "declined");
    expect(await answer("member", id, 0, "accepted")).toMatchObject({ state: "moved", answer: "declined" });
    await ask("update private.meeting_answers set sequence = 7");
    await answer("member", id, 1, "accepted");
    expect(await kept()).toMatchObject([{ sequence: 7, answer: "declined" }]);
  });

  it("is not taken when the meeting is canceled, has ended, or was held", async () => {
    const { id } = await book();
    await change(id, "status = 'canceled'");
    expect(await answer("member", id, 0, "accepted")).toMatchObject({ state: "canceled" });
    const ended = await book(-31);
    expect(await answer("member", ended.id, 0, "accepted")).toMatchObject({ state: "over" });
    const running = await book(-29);
    expect(await answer("member", running.id, 0)).toMatchObject({ state: "open" });
    await change(running.id, "status = 'held'");
    expect(await answer("member", running.id, 0, "accepted")).toMatchObject({ state: "over" });
    expect(await kept()).toEqual([]);
  });

  it("of somebody who is not in the project, or no more, is refused like one of a meeting that is not there", async () => {
    const { id, lead } = await book();
    await answer("member", id, 0, "accepted");
    for (const who of ["exMember", "stranger"] as const)
      for (const given of [null, "accepted"])
        expect(await refused(() => answer(who, id, 0, given))).toBe("PT404");
    expect(await refused(() => answer("member", randomUUID(), 0, "accepted"))).toBe("PT404");
    // They still share another project with the owner.
    const { people, projectId } = world();
    await ask(
      "delete from public.project_members where user_id = $1 and project_id = $2",
      people.member,
      projectId,
    );
    expect(await refused(() => answer("member", id, 0))).toBe("PT404");
    expect(await seen("owner", lead)).toEqual([]);
  });

  it("is one of two words", async () => {
    const { id } = await book();
    for (const given of ["tentative", "ACCEPTED", ""])
      expect(await refused(() => answer("member", id, 0, given))).toBe("PT400");
    expect(
      await refused(() =>
        ask(
          "insert into private.meeting_answers (meeting_id, user_id, sequence, answer) values ($1, $2, 0, 'maybe')",
          id,
          world().people.owner,
        ),
      ),
    ).toBe("23514");
  });

  it("is counted for its person, and costs nothing to look at", async () => {
    await ask(oneMinute);
    const { id } = await book();
    for (let n = 0; n < 30; n += 1) await answer("member", id, 0, meetingAnswers[n % 2]);
    expect(await refused(() => answer("member", id, 0, "accepted"))).toBe("PT429");
    expect(await answer("member", id, 0)).toMatchObject({ answer: "declined" });
  });

  it.each(["anon", "authenticated"] as const)(
    "is nothing that %s may give or read by the API",
    async (role) => {
      const { id } = await book();
      const person = role === "anon" ? null : world().people.member;
      for (const sql of [
        "select public.answer_meeting($1, $2, 0, 'accepted')",
        "select from private.meeting_answers where meeting_id = $1 and user_id = $2",
      ])
        expect(
          await refused(async () => {
            await becomeCaller(client(), person, role);
            await ask(sql, id, world().people.member);
          }),
        ).toBe("42501");
    },
  );

  it("goes with the meeting, and with the account", async () => {
    const [one, other] = [await book(), await book()];
    for (const { id } of [one, other]) await answer("viewer", id, 0, "accepted");
    await ask("delete from public.leads where id = $1", one.lead);
    expect(await kept()).toHaveLength(1);
    await ask("delete from auth.users where id = $1", world().people.viewer);
    expect(await kept()).toEqual([]);
  });
});
