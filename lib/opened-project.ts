/** The project an address opens: `/dashboard/<id>` or `?project=<id>`. Null for any other. */
export function openedProject({ pathname, searchParams }: URL): string | null {
  return projectIdOf(/^\/dashboard\/([^/]+)/.exec(pathname)?.[1] ?? searchParams.get("project"));
}

/** An id as an address or a cookie carries it; null for what is none. */
export const projectIdOf = (written: string | null | undefined): string | null =>
  written && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written) ? written.toLowerCase() : null;
