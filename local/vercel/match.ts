import type { Condition, Route } from "./config";

export type Asked = Readonly<{ method: string; path: string; query: URLSearchParams; headers: Headers }>;

/** What the groups of a route's expressions found, by name and by number. */
export type Groups = Readonly<Record<string, string>>;

/** Null where the route is not for this request. */
export function matchRoute(route: Route, asked: Asked): Groups | null {
  if (route.methods && !route.methods.includes(asked.method)) return null;
  const found = new RegExp(route.src, "i").exec(asked.path);
  if (!found || found.index !== 0 || found[0].length !== asked.path.length) return null;
  const groups: Record<string, string> = { ...found.groups };
  found.slice(1).forEach((text, index) => (groups[index + 1] = text ?? ""));
  for (const condition of route.has ?? []) {
    const held = hold(condition, asked);
    if (!held) return null;
    Object.assign(groups, held);
  }
  return (route.missing ?? []).some((condition) => hold(condition, asked)) ? null : groups;
}

function hold({ type, key = "", value }: Condition, { headers, query }: Asked): Groups | null {
  const held = {
    header: () => headers.get(key),
    host: () => headers.get("host"),
    query: () => query.get(key),
    cookie: () => new RegExp(`(?:^|; *)${key}=([^;]*)`).exec(headers.get("cookie") ?? "")?.[1] ?? null,
  }[type]();
  if (held === null) return null;
  if (value === undefined) return {};
  const found = new RegExp(`^(?:${value})$`).exec(held);
  return found && { ...found.groups };
}

/** Puts the groups in place of `$1` and `$name`; a group that found nothing is empty. */
export const substitute = (text: string, groups: Groups): string =>
  text.replace(/\$(\w+)/g, (_, name: string) => groups[name] ?? "");
