/** A request to Auth, read once: its body is JSON, or nothing. */
export type AuthRequest = Readonly<{
  request: Request;
  method: string;
  /** Below `/auth/v1`: "/token". */
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  /** The address that Auth counts: a forwarded one is believed from the secret key alone. */
  address: string;
}>;

const ROOT = "/auth/v1";

export const isForAuth = ({ url }: Request) => new URL(url).pathname.startsWith(`${ROOT}/`);

export async function readAuthRequest(
  request: Request,
  peerAddress: string | null,
  secretKey: string,
): Promise<AuthRequest> {
  const url = new URL(request.url);
  const isTrusted = request.headers.get("apikey") === secretKey;
  const forwarded = isTrusted ? request.headers.get("sb-forwarded-for") : null;
  return {
    request,
    method: request.method,
    path: url.pathname.slice(ROOT.length),
    query: url.searchParams,
    body: await readBody(request),
    address: forwarded ?? peerAddress ?? "",
  };
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(await request.clone().text());
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The same request with another body, and at another path where one is given. */
export function withBody({ request }: AuthRequest, body: unknown, path?: string): Request {
  const url = new URL(request.url);
  if (path !== undefined) url.pathname = `${ROOT}${path}`;
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  return new Request(url, { method: request.method, headers, body: JSON.stringify(body) });
}

/** A refusal in GoTrue's words and shape. */
export const refused = (status: number, error_code: string, msg: string): Response =>
  Response.json({ code: status, error_code, msg }, { status, headers: { "x-sb-error-code": error_code } });
