import type { OutputConfig, PhaseName, Route } from "./config";
import { matchRoute, substitute, type Asked, type Groups } from "./match";

export type Resolved =
  | Readonly<{ kind: "found"; path: string; query: URLSearchParams; headers: Headers; status: number | null }>
  | Readonly<{ kind: "answer"; response: Response }>;

export type Environment = Readonly<{
  config: OutputConfig;
  exists(path: string): boolean;
  /** The function that stands before all others. Changes the headers of the request where it says so. */
  middleware(path: string, asked: Asked): Promise<{ request: Headers; response: Headers } | Response>;
}>;

type State = {
  readonly method: string;
  path: string;
  query: URLSearchParams;
  request: Headers;
  headers: Headers;
  status: number | null;
};

/** Where a request leads, by the phases of `config.json` in the order of the Build Output API. */
export async function resolve(
  environment: Environment,
  asked: Asked,
): Promise<Resolved & { request: Headers }> {
  const state: State = {
    method: asked.method,
    path: asked.path,
    query: new URLSearchParams(asked.query),
    request: new Headers(asked.headers),
    headers: new Headers(),
    status: null,
  };
  const answer = await first(environment, state);
  if (answer) return { kind: "answer", response: answer, request: state.request };
  if (!locate(environment, state)) {
    state.status = 404;
    run(environment, "error", state, (route) => route.status === 404);
  }
  hit(environment, state);
  return { kind: "found", ...state };
}

const askedOf = ({ method, path, query, request }: State): Asked => ({
  method,
  path,
  query,
  headers: request,
});

const routesOf = ({ config }: Environment, name: PhaseName) => config.phases.get(name) ?? [];

async function first(environment: Environment, state: State): Promise<Response | null> {
  for (const route of routesOf(environment, "first")) {
    const groups = matchRoute(route, askedOf(state));
    if (!groups) continue;
    if (route.middlewarePath) {
      const passed = await environment.middleware(route.middlewarePath, askedOf(state));
      if (passed instanceof Response) return passed;
      state.request = passed.request;
      passed.response.forEach((value, name) => state.headers.append(name, value));
    }
    const location = apply(route, groups, state).get("location");
    if (location) return new Response(null, { status: route.status ?? 307, headers: { location } });
    if (!route.continue) break;
  }
  return null;
}

/** Moves the state to what its address leads to. False: nothing is there. */
function locate(environment: Environment, state: State): boolean {
  const isThere = () => leads(environment, state);
  if (isThere()) return true;
  if (run(environment, "filesystem", state, (route) => !route.check || isThere())) return isThere();
  return run(environment, "miss", state, isThere);
}

/**
 * Whether a file or a function is at the address, or at what it is rewritten to. What a route rewrites is looked for like
 * any address: the part of a page to that page, and the page to its function.
 */
function leads(environment: Environment, state: State, rewritten = 0): boolean {
  if (environment.exists(state.path)) return true;
  return rewritten < 3 && run(environment, "rewrite", state, () => leads(environment, state, rewritten + 1));
}

/** Applies routes until one is final. A route whose `dest` is refused by `holds` leaves the state as it was. */
function run(
  environment: Environment,
  name: PhaseName,
  state: State,
  holds: (route: Route) => boolean,
): boolean {
  for (const route of routesOf(environment, name)) {
    const groups = matchRoute(route, askedOf(state));
    if (!groups) continue;
    const before = { path: state.path, query: new URLSearchParams(state.query) };
    apply(route, groups, state);
    if (route.continue) continue;
    if (holds(route)) return true;
    Object.assign(state, before);
  }
  return false;
}

function apply(route: Route, groups: Groups, state: State): Headers {
  const set = new Headers();
  for (const [name, value] of Object.entries(route.headers ?? {})) set.set(name, substitute(value, groups));
  set.forEach((value, name) => state.headers.set(name, value));
  if (route.status) state.status = route.status;
  if (!route.dest) return set;
  const dest = new URL(substitute(route.dest, groups), "http://localhost");
  state.path = dest.pathname;
  dest.searchParams.forEach((value, name) => state.query.set(name, value));
  return set;
}

function hit(environment: Environment, state: State): void {
  for (const route of routesOf(environment, "hit")) {
    const groups = matchRoute(route, askedOf(state));
    if (groups) apply(route, groups, state);
    if (groups && !route.continue) return;
  }
}
