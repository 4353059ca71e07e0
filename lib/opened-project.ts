import { idAt, memberPages } from "./pages";

/** The project an address opens: `/dashboard/<id>` or `?project=<id>`. Null for any other. */
export const openedProject = ({ pathname, searchParams }: URL): string | null =>
  projectIdOf(idAt(memberPages.dashboard, pathname) ?? searchParams.get("project"));

/** An id as an address or a cookie carries it; null for what is none. */
export const projectIdOf = (written: string | null | undefined): string | null =>
  written && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written) ? written.toLowerCase() : null;
