import { idAt, memberPages } from "./pages";

/** The id of the project that an address opens (`/dashboard/<id>` or `?project=<id>`), or null. */
export const openedProject = ({ pathname, searchParams }: URL): string | null =>
  projectIdOf(idAt(memberPages.dashboard, pathname) ?? searchParams.get("project"));

/**
 * Whether a request is a person's way to a page. A prefetch, an action and a read of a running page carry a project's
 * address, too: their answers may come when the person has long opened another one.
 */
export const isVisit = ({ method, headers, url }: Pick<Request, "method" | "headers" | "url">): boolean =>
  method === "GET" &&
  !headers.has("next-router-prefetch") &&
  headers.get("sec-purpose")?.includes("prefetch") !== true &&
  !new URL(url).pathname.startsWith("/api/");

/** A project's id from an address or a cookie in lower case; null if the text is no id. */
export const projectIdOf = (written: string | null | undefined): string | null =>
  written && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written) ? written.toLowerCase() : null;
