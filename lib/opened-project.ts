/** The project an address opens: `/dashboard/<id>` or `?project=<id>`. Null for any other. */
export function openedProject({ pathname, searchParams }: URL): string | null {
  const asked = /^\/dashboard\/([^/]+)/.exec(pathname)?.[1] ?? searchParams.get("project");
  return asked && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(asked) ? asked.toLowerCase() : null;
}
