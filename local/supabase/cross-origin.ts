/** Browsers may call the platform from any origin, as hosted: keys and tokens guard it. */
const EXPOSED = "Content-Range, Content-Location, Preference-Applied, sb-error-code";
const METHODS = "GET, HEAD, PUT, PATCH, POST, DELETE, OPTIONS";

/** The answer to a preflight, or null for any other request. */
export function preflight(request: Request): Response | null {
  const asked = request.headers.get("access-control-request-method");
  if (request.method !== "OPTIONS" || asked === null) return null;
  const headers = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": METHODS,
    "access-control-allow-headers": request.headers.get("access-control-request-headers") ?? "*",
    "access-control-max-age": "3600",
  };
  return new Response(null, { status: 204, headers });
}

export function allowAnyOrigin(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", EXPOSED);
  return response;
}
