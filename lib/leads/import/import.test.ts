import fc from "fast-check";
import { expect, it } from "vitest";
import { writeCsv } from "@/lib/export/csv";
import { guessColumns } from "./columns";
import { decodeFile, readCsv } from "./read-csv";
import { judgeRows, plainSum } from "./rows";

it("reads what spreadsheets save, whatever they separate by, and quotes that are letters", () => {
  expect(readCsv('\ufeffName;Phone\r\n"Noa; Levi";050\r\n;;\r\nBen;"a ""b"""')).toEqual([
    ["Name", "Phone"],
    ["Noa; Levi", "050"],
    ["Ben", 'a "b"'],
  ]);
  expect(readCsv('שם,חברה\nדנה,אבן בע"מ\n"two\nlines",x')).toEqual([
    ["שם", "חברה"],
    ["דנה", 'אבן בע"מ'],
    ["two\nlines", "x"],
  ]);
  expect(readCsv("Name\tPhone\nNoa\t1")).toEqual([
    ["Name", "Phone"],
    ["Noa", "1"],
  ]);
});

it("reads back what the list exports", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ש", '"', ",", ";", "\n", " ", "+", "=") });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const sheet = { name: "", columns: ["One", "Two"], rows, rightToLeft: false };
      const full = rows.filter((row) => row.some((each) => each.trim() !== ""));
      expect(readCsv(writeCsv(sheet)).slice(1)).toEqual(full);
    }),
  );
});

it("reads Hebrew that Excel saved without asking for UTF-8", () => {
  const bytes = new Uint8Array([0xf9, 0xed, 0x2c, 0x31]);
  expect(decodeFile(bytes.buffer, "he")).toBe("שם,1");
  expect(decodeFile(new TextEncoder().encode("שם").buffer, "en")).toBe("שם");
});

it.each([
  [
    ["Full Name", "E-mail", "Mobile phone", "Company name", "Deal amount"],
    [0, 3, 1, 2, 4],
  ],
  [
    ["שם מלא", "טלפון נייד", "דוא״ל", "חברה"],
    [0, 3, 2, 1, null],
  ],
  [
    ["الهاتف", "الاسم", "البريد الإلكتروني", "الشركة", "القيمة"],
    [1, 3, 2, 0, 4],
  ],
  [
    ["id", "whatsapp_number"],
    [null, null, null, 1, null],
  ],
])("guesses what the columns of %j hold", (headings, [name, company, email, phone, value]) => {
  expect(guessColumns(headings)).toEqual({ name, company, email, phone, value });
});

it.each([
  ["₪1,200.50", "1200.50"],
  ["1.200,50 €", "1200.50"],
  ["1,200", "1200"],
  ["$ 18,900", "18900"],
  ["", ""],
  ["much", "much"],
])("%s is the sum %s", (written, sum) => expect(plainSum(written)).toBe(sum));

it("names row and field of what cannot be added, and takes a lead that comes twice once", () => {
  const rows = [
    ["Noa", "noa@example.com", "050-234 5678", "1,200"],
    ["", "x@example.com", "", ""],
    ["Ben", "not an address", "0", "much"],
    ["Noa Levi", "NOA@example.com", "", ""],
    ["Zoe", "", "+972 50 2345678", ""],
    ["Lea", "", "", ""],
    ["Lea", "", "", ""],
  ];
  const mapping = { name: 0, email: 1, phone: 2, value: 3, company: null };
  const judged = judgeRows(rows, mapping, (row) => `id${row}`);
  expect(judged.leads).toEqual([
    { id: "id0", name: "Noa", email: "noa@example.com", phone: "050-234 5678", value: "1200" },
    { id: "id5", name: "Lea" },
    { id: "id6", name: "Lea" },
  ]);
  expect(judged.repeated).toBe(2);
  expect(judged.problems).toEqual([
    { row: 3, field: "name", problem: "name" },
    { row: 4, field: "email", problem: "email" },
    { row: 4, field: "phone", problem: "phone" },
    { row: 4, field: "value", problem: "value" },
  ]);
});
