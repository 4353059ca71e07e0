import { safeParse } from "@/lib/schema";
import { addedLead, newLeadSchema, noLead, type AddedLead } from "../new-lead";
import { importFields, type ImportField, type Mapping } from "./columns";

/** `row`: as a spreadsheet counts, the headings being the first. `problem`: a message of `leads.add.problems`. */
export type RowProblem = { row: number; field: ImportField; problem: string };

export type Judged = { leads: AddedLead[]; problems: RowProblem[]; repeated: number };

/** "₪1,200.50", "1.200,50 €" and "1200" as plain figures; what is none stays as it is, and is refused. */
export function plainSum(written: string): string {
  const figures = written.replace(/[^\d.,-]/g, "");
  if (figures === "") return written.trim() === "" ? "" : written;
  const decimal = /^(.*)[.,](\d{1,2})$/.exec(figures);
  const whole = (decimal?.[1] ?? figures).replace(/[.,]/g, "");
  return decimal ? `${whole}.${decimal[2]}` : whole;
}

const isProblemField = (key: unknown): key is ImportField => importFields.some((field) => field === key);

/**
 * What rows of a file say, by a mapping: leads that can be added, and what keeps others from it. A lead that comes twice in the
 * file, by address or digits of the phone, comes once. `idOf`: the id of a row, the same at every asking.
 */
export function judgeRows(
  rows: readonly (readonly string[])[],
  mapping: Mapping,
  idOf: (row: number) => string,
): Judged {
  const problems: RowProblem[] = [];
  const leads: AddedLead[] = [];
  const seen = new Set<string>();
  let repeated = 0;
  rows.forEach((cells, index) => {
    const at = (field: ImportField) => (mapping[field] === null ? "" : (cells[mapping[field]] ?? ""));
    const written = { ...noLead, ...Object.fromEntries(importFields.map((field) => [field, at(field)])) };
    const judged = safeParse(newLeadSchema, { ...written, value: plainSum(at("value")) });
    if (!judged.success) {
      for (const { path, message } of judged.error.issues)
        if (isProblemField(path[0])) problems.push({ row: index + 2, field: path[0], problem: message });
      return;
    }
    const { email, phone } = judged.data;
    const digits = phone.replace(/\D/g, "").slice(-9);
    const keys = [
      ...(email ? [`e:${email.toLowerCase()}`] : []),
      ...(digits.length >= 7 ? [`p:${digits}`] : []),
    ];
    if (keys.some((key) => seen.has(key))) repeated += 1;
    else leads.push(addedLead(idOf(index), judged.data));
    for (const key of keys) seen.add(key);
  });
  return { leads, problems, repeated };
}
