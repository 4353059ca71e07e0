import type { Contract } from "./refusals";

const value = (id: number, columns: string) => ({ path: `contract_value?id=eq.${id}&select=${columns}` });
const ids = (filter: string) => ({ path: `contract_value?select=id&order=id&id=lt.4&${filter}` });
const labels = (filter: string) => ({ path: `contract_child?select=label&order=id&${filter}` });
const kind = (v: unknown) => ({ path: "rpc/contract_kind", body: { v } });
const written = (row: Record<string, unknown>): Contract => [
  `written: ${JSON.stringify(row)}`,
  {
    path: `contract_value?id=eq.4&select=${Object.keys(row).join(",")}`,
    method: "PATCH",
    body: row,
    headers: { prefer: "return=representation" },
  },
  200,
  [row],
];

export const values: Contract[] = [
  [
    "null in an array of text, beside the text NULL",
    value(1, "words"),
    200,
    [{ words: ["a", null, "NULL", "", 'with "quote", comma'] }],
  ],
  ["null in an array of numbers", value(1, "numbers"), 200, [{ numbers: [1, null, 3] }]],
  ["an empty array", value(2, "words,numbers"), 200, [{ words: [], numbers: [] }]],
  [
    "an array of arrays",
    value(3, "words,numbers"),
    200,
    [
      {
        words: null,
        numbers: [
          [1, 2],
          [null, 4],
        ],
      },
    ],
  ],
  ["bytes as hexadecimal text", value(1, "bytes"), 200, [{ bytes: "\\xdeadbeef" }]],
  ["no bytes", value(2, "bytes"), 200, [{ bytes: "\\x" }]],
  ["a number that is none", value(1, "ratio,amount"), 200, [{ ratio: "NaN", amount: "NaN" }]],
  ["an infinite number", value(2, "ratio,amount"), 200, [{ ratio: "Infinity", amount: "Infinity" }]],
  ["an infinite number below zero", value(3, "ratio,amount"), 200, [{ ratio: "-Infinity", amount: 1.5 }]],
  ["a large whole number", value(1, "big"), 200, [{ big: 9007199254740991 }]],
  ["a moment that every browser parses", value(1, "at"), 200, [{ at: "2026-11-22T11:00:10.984+00:00" }]],
  ["a moment without end", value(2, "at"), 200, [{ at: "infinity" }]],
  ["a key of a document", value(1, "data->n,word:data->>n"), 200, [{ n: 9, word: "9" }]],
  written({ words: ["x", null, "NULL", "null", ""], numbers: [null, 2] }),
  written({ bytes: "\\x00ff" }),
  written({ ratio: "NaN", amount: "-Infinity" }),
  written({ data: { deep: [1, null, "two"] } }),
  written({ data: [] }),
  written({ data: "text" }),
  written({ data: "1" }),
  written({ data: "null" }),
  written({ data: false }),
  ["an object argument", kind({ a: [1, null] }), 200, { kind: "object", value: { a: [1, null] } }],
  ["an array argument", kind([1, 2]), 200, { kind: "array", value: [1, 2] }],
  ["a text argument", kind("text"), 200, { kind: "string", value: "text" }],
  ["a text argument that is a number", kind("1"), 200, { kind: "string", value: "1" }],
  ["a number argument in the address", { path: "rpc/contract_kind?v=1" }, 200, { kind: "number", value: 1 }],
  [
    "a text argument in the address",
    { path: 'rpc/contract_kind?v="1"' },
    200,
    { kind: "string", value: "1" },
  ],
  ["a true argument", kind(true), 200, { kind: "boolean", value: true }],
];

export const filters: Contract[] = [
  ["->> compares text: 10 is before 9", ids("data->>n=gt.1&data->>n=lt.2"), 200, [{ id: 2 }]],
  ["->> finds a number by its text", ids("data->>n=eq.9"), 200, [{ id: 1 }]],
  ["->> finds text, not a number of the same value", ids("data->>n=eq.09"), 200, [{ id: 3 }]],
  ["->> and the greatest text", ids("data->>n=gte.9"), 200, [{ id: 1 }]],
  ["->> finds a truth value by its text", ids("data->>flag=eq.true"), 200, [{ id: 1 }]],
  ["->> finds what is text as well as what is null", ids("data->>word=eq.null"), 200, [{ id: 3 }]],
  ["->> and null", ids("data->>none=is.null"), 200, [{ id: 1 }, { id: 2 }, { id: 3 }]],
  ["->> in a list", ids("data->>n=in.(10,09)"), 200, [{ id: 2 }, { id: 3 }]],
  ["->> not in a list", ids("data->>n=not.in.(10,09)"), 200, [{ id: 1 }]],
  ["->> in a deeper document", ids("data->deep->>n=eq.9"), 200, [{ id: 1 }]],
  ["->> by a pattern", ids("data->>word=like.n*"), 200, [{ id: 1 }, { id: 3 }]],
  ["->> among alternatives", ids("or=(data->>n.eq.10,data->>word.eq.nine)"), 200, [{ id: 1 }, { id: 2 }]],
  ["text of a truth value", labels("label=eq.true"), 200, [{ label: "true" }]],
  ["text of null", labels("label=eq.null"), 200, [{ label: "null" }]],
  ["text of a number", labels("label=eq.1.0"), 200, [{ label: "1.0" }]],
  ["text of another number", labels("label=eq.1"), 200, []],
  [
    "a list of such text",
    labels('label=in.(true,null,1.0,"a,b")'),
    200,
    [{ label: "true" }, { label: "null" }, { label: "1.0" }, { label: "a,b" }],
  ],
  [
    "all but such text",
    labels("label=not.eq.true&label=neq.null"),
    200,
    [{ label: "1.0" }, { label: "a,b" }],
  ],
  [
    "alternatives of such text",
    labels('or=(label.eq.true,label.in.(null,1.0),label.eq."a,b")'),
    200,
    [{ label: "true" }, { label: "null" }, { label: "1.0" }, { label: "a,b" }],
  ],
  [
    "a number, a truth value and null by type",
    labels("id=gte.3&id=in.(1,3)&parent_id=not.is.null"),
    200,
    [{ label: "1.0" }],
  ],
  [
    "what is joined",
    { path: "contract_parent?select=id,contract_child(label)&contract_child.label=eq.true&id=eq.1" },
    200,
    [{ id: 1, contract_child: [{ label: "true" }] }],
  ],
  ["-> compares documents", ids("data->n=eq.9"), 200, [{ id: 1 }]],
  ["-> finds text that is written as JSON", ids('data->word=eq."nine"'), 200, [{ id: 1 }]],
  [
    "-> refuses text that is no JSON",
    ids("data->word=eq.nine"),
    400,
    {
      code: "22P02",
      message: "invalid input syntax for type json",
      details: 'Token "nine" is invalid.',
      hint: null,
    },
  ],
  ["-> orders numbers as numbers", ids("data->n=gt.9"), 200, [{ id: 2 }]],
];
