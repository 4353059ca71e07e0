import type pg from "pg";

export type Mutation = Readonly<{ table: string; what: string; sql: string }>;

type Policy = { table: string; name: string; using: string | null; check: string | null };

/** Every way to drop one clause (a term of the outermost AND) of one policy of the API's tables. */
export async function weakenedPolicies(client: pg.ClientBase): Promise<Mutation[]> {
  const { rows } = await client.query<Policy>(
    `select schemaname || '.' || tablename as table, policyname as name, qual as using, with_check as check
     from pg_policies where schemaname = 'public' order by 1, 2`,
  );
  return rows.flatMap((policy) => [
    ...mutationsOf(policy, "using", policy.using),
    ...mutationsOf(policy, "with check", policy.check),
  ]);
}

function mutationsOf(
  { table, name }: Policy,
  part: "using" | "with check",
  expression: string | null,
): Mutation[] {
  if (expression === null) return [];
  const clauses = conjunction(expression);
  return clauses.map((dropped, index) => {
    const rest = clauses.filter((_, position) => position !== index);
    return {
      table,
      what: `"${name}" ${part} without ${dropped}`,
      sql: `alter policy "${name}" on ${table} ${part} (${rest.length > 0 ? rest.join(" and ") : "true"})`,
    };
  });
}

/** The terms of the outermost AND, as PostgreSQL prints an expression: every operand in parentheses of its own. */
export function conjunction(expression: string): string[] {
  const inner = outerParentheses(expression) ? expression.slice(1, -1) : expression;
  const terms: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < inner.length; index += 1) {
    if (inner[index] === "(") depth += 1;
    if (inner[index] === ")") depth -= 1;
    if (depth === 0 && inner.startsWith(" AND ", index)) {
      terms.push(inner.slice(start, index));
      start = index + " AND ".length;
    }
  }
  return [...terms, inner.slice(start)];
}

function outerParentheses(expression: string): boolean {
  let depth = 0;
  for (let index = 0; index < expression.length - 1; index += 1) {
    if (expression[index] === "(") depth += 1;
    if (expression[index] === ")") depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
