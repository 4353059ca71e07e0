import { expect, test } from "../fixtures";
import { type Deed, doAll } from "../harness/keys";
import { addLead, newOwner } from "../harness/people";
import { open, signIn } from "../harness/steps";

const leadIs =
  (expected: Record<string, unknown>): Deed["proof"] =>
  ({ rows, owner }) =>
    expect
      .poll(async () => {
        const { rows: found } = await rows.pool.query(
          "select heat, bant_need, bant_timeline from public.leads where project_id = $1",
          [owner.projectId],
        );
        return found[0];
      })
      .toMatchObject(expected);

const deeds: Deed[] = [
  {
    what: "the heat rises",
    async keys({ tabTo, press }) {
      await tabTo("radio", "Warm");
      await press("ArrowRight");
    },
    proof: leadIs({ heat: "hot" }),
  },
  {
    what: "what is known is marked",
    async keys({ tabTo, press }) {
      await tabTo("checkbox", /^Need/);
      await press("Space");
      await tabTo("checkbox", /^Timeline/);
      await press("Space");
    },
    proof: leadIs({ bant_need: true, bant_timeline: true }),
  },
  {
    what: "a mark is taken away",
    async keys({ backTo, press }) {
      await backTo("checkbox", /^Need/);
      await press("Space");
    },
    proof: leadIs({ bant_need: false, bant_timeline: true }),
  },
  {
    what: "the history is closed",
    async keys({ tabTo, press }) {
      await tabTo("button", "History");
      await press("Enter");
    },
    proof: ({ page }) =>
      expect(page.getByRole("button", { name: "History" })).toHaveAttribute("aria-expanded", "false"),
  },
];

test("a lead is judged without a mouse", async ({ page, rows }) => {
  const owner = await newOwner("Kolja", { lead: false });
  const leadId = await addLead(rows.pool, owner.projectId, "Lead of Kolja", "warm");
  await signIn(page, owner);
  await open(page, `/leads/${leadId}`);
  await doAll(deeds, { page, rows, owner });
});
