type Answer = Readonly<{ status?: number; body: unknown }>;

/** The environment with which clients of the database ask it. */
export const fakeDatabase = {
  NEXT_PUBLIC_SUPABASE_URL: "http://database.test",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "publishable",
  SUPABASE_SECRET_KEY: "secret",
} as const;

/** How the database refuses: `status` is the HTTP status of its PTxyz. */
export const refusing = (status: number, detail: string): Answer => ({
  status,
  body: { code: `PT${status}`, message: "No.", details: detail, hint: null },
});

/**
 * Stands in for the database's functions behind the API: put `fetch` in the place of the global one. `answer` says what a
 * function answers from then on; `asked` is what was asked, in order.
 */
export function fakeFunctions() {
  const asked: { name: string; given: unknown }[] = [];
  const answers = new Map<string, Answer>();
  const respond = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const name = new URL(request.url).pathname.split("/").at(-1) ?? "";
    const text = await request.text();
    asked.push({ name, given: text === "" ? null : JSON.parse(text) });
    const { status = 200, body } = answers.get(name) ?? refusing(404, name);
    return Response.json(body, { status });
  };
  return {
    fetch: respond,
    asked,
    answer: (name: string, given: Answer) => void answers.set(name, given),
    forget: () => {
      answers.clear();
      asked.length = 0;
    },
  };
}
