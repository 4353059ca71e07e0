import { expect, it } from "vitest";
import { safeParse } from "@/lib/schema";
import { addedLead, newLeadSchema, noLead } from "@/lib/leads/new-lead";

const judged = (change: object) => safeParse(newLeadSchema, { ...noLead, name: "Noa", ...change });

it("a lead needs a name, and what else is known is taken as people write it", () => {
  expect(judged({ name: "  " }).success).toBe(false);
  const written = judged({
    name: "  Noa \n Levi ",
    email: "\u200fnoa@example.com\u200e",
    phone: "+972 (0)50-234 5678",
    value: "1200.50",
  });
  expect(written.data).toMatchObject({
    name: "Noa Levi",
    email: "noa@example.com",
    phone: "+972 (0)50-234 5678",
  });
});

it.each([
  ["email", ["noa", "noa@", "a b@example.com", "noa@example"]],
  ["phone", ["call me", "12", "=1+1"]],
  ["value", ["12,5", "-5", "1e9", "12.345"]],
  ["channel", ["pigeon"]],
])("a wrong %s is named", (field, wrong) => {
  for (const text of wrong) {
    const { error } = judged({ [field]: text });
    expect(error?.issues[0]?.path, text).toEqual([field]);
  }
});

it("what is empty is not sent", () => {
  expect(addedLead("1", { ...noLead, name: "Noa", phone: "050-234-5678" })).toEqual({
    id: "1",
    name: "Noa",
    phone: "050-234-5678",
  });
});
