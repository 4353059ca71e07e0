import type { Request } from "./stack";

export type Contract = [name: string, request: Request, status: number, body?: unknown];

/**
 * The HTTP status of each SQLSTATE that SQL raises, as PostgREST 16 documents it ("Errors", HTTP status codes); the
 * statuses of 21, 57P01 and XX are those of its source.
 */
const statusOfState: Record<string, number> = {
  "08006": 503,
  "09000": 500,
  "0A000": 400,
  "0L000": 403,
  "0P000": 403,
  "21000": 500,
  "22023": 400,
  "23502": 400,
  "23503": 409,
  "23505": 409,
  "23514": 400,
  "25006": 405,
  "25P01": 500,
  "28000": 403,
  "2D000": 500,
  "38000": 500,
  "39000": 500,
  "3B000": 500,
  "40001": 500,
  "42501": 403,
  "42703": 400,
  "42883": 404,
  "42P01": 404,
  "42P17": 500,
  "53100": 503,
  "53400": 500,
  "54000": 500,
  "55000": 500,
  "57014": 500,
  "58000": 500,
  F0000: 500,
  HV000: 500,
  OV001: 400,
  P0001: 400,
  P0002: 500,
  XX000: 500,
  PT400: 400,
  PT401: 401,
  PT403: 403,
  PT409: 409,
  PT422: 422,
  PT429: 429,
};

export const raised = Object.entries(statusOfState).map(([code, status]): Contract => [
  code,
  { path: "rpc/contract_raise", body: { state: code } },
  status,
  { code, message: "refused", details: "a.path", hint: "why" },
]);

const parent = (id: number, name: string | null) => ({ path: "contract_parent", body: { id, name } });

export const refusals: Contract[] = [
  [
    "of a second row with a unique value",
    { path: "contract_child", body: { id: 9, parent_id: 1, label: "true" } },
    409,
    { code: "23505", details: "Key (label)=(true) already exists.", hint: null },
  ],
  [
    "of a second row with a unique value, under row-level security",
    parent(9, "first"),
    409,
    { code: "23505", details: null, hint: null },
  ],
  [
    "of a row whose parent does not exist",
    { path: "contract_child", body: { id: 9, parent_id: 77 } },
    409,
    { code: "23503", details: 'Key (parent_id)=(77) is not present in table "contract_parent".', hint: null },
  ],
  [
    "to remove a row that others point to",
    { path: "contract_parent?id=eq.1", method: "DELETE" },
    409,
    { code: "23503", details: 'Key is still referenced from table "contract_child".', hint: null },
  ],
  ["by a check", parent(9, "forbidden"), 400, { code: "23514", hint: null }],
  ["of a value that may not be null", parent(9, null), 400, { code: "23502", hint: null }],
  ["by a policy", parent(99, "ninety-nine"), 403, { code: "42501", details: null }],
  ["of a column that is not granted", { path: "contract_parent?select=secret" }, 403, { code: "42501" }],
  [
    "of a written column that is not granted",
    { path: "contract_parent", body: { id: 9, name: "ninth", secret: "mine" } },
    403,
    { code: "42501" },
  ],
  ["of a table that is not granted", { path: "contract_closed" }, 403, { code: "42501" }],
  ["of the secret key without a grant", { as: "service", path: "contract_parent" }, 403, { code: "42501" }],
  ["of a table to nobody in particular", { as: "anon", path: "contract_parent" }, 401, { code: "42501" }],
  [
    "of a function to nobody in particular",
    { as: "anon", path: "rpc/contract_divide", body: { by: 1 } },
    401,
    { code: "42501" },
  ],
  ["of a table that does not exist", { path: "contract_nothing" }, 404, { code: "PGRST205", details: null }],
  [
    "of a function that does not exist",
    { path: "rpc/contract_nothing", body: {} },
    404,
    { code: "PGRST202" },
  ],
  [
    "of a column that does not exist",
    { path: "contract_parent?select=nothing" },
    400,
    { code: "42703", message: "column contract_parent.nothing does not exist", details: null, hint: null },
  ],
  [
    "of a written column that does not exist",
    { path: "contract_parent", body: { id: 9, nothing: 1 } },
    400,
    { code: "PGRST204", details: null, hint: null },
  ],
  [
    "of a filter's value of the wrong type",
    { path: "contract_parent?id=eq.abc" },
    400,
    { code: "22P02", message: 'invalid input syntax for type integer: "abc"', details: null, hint: null },
  ],
  ["of an unknown operator", { path: "contract_parent?id=like_it.1" }, 400, { code: "PGRST100" }],
  ["of a body that is no JSON", { path: "contract_parent", body: "{" }, 400, { code: "PGRST102" }],
  [
    "of one object where there is none",
    { path: "contract_parent?select=id&id=eq.77", headers: { accept: "application/vnd.pgrst.object+json" } },
    406,
    { code: "PGRST116", details: "The result contains 0 rows", hint: null },
  ],
  [
    "of a schema that is not served",
    { path: "contract_parent", headers: { "accept-profile": "private" } },
    406,
    { code: "PGRST106" },
  ],
  [
    "of a division by zero in a function",
    { path: "rpc/contract_divide", body: { by: 0 } },
    400,
    { code: "22012", message: "division by zero", details: null, hint: null },
  ],
  [
    "to write by GET",
    { path: "rpc/contract_write" },
    405,
    { code: "25006", message: "cannot execute UPDATE in a read-only transaction", details: null, hint: null },
  ],
  [
    "that a function answers, with the status it chose",
    { path: "rpc/contract_answer", body: { status: "422", body: { code: "PT422", details: "a.path" } } },
    422,
    { code: "PT422", details: "a.path" },
  ],
];
