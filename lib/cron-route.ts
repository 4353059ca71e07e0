import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { serverEnv } from "./env";
import { describeError, log } from "./log";

/** Of equal length whatever was sent, so that the comparison takes the same time. */
const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether the request carries `Authorization: Bearer <CRON_SECRET>`; never where none is configured. */
function isAllowed(request: Request): boolean {
  const { cronSecret } = serverEnv();
  const given = request.headers.get("authorization") ?? "";
  return cronSecret !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${cronSecret}`));
}

/**
 * A route for tickers. 401 without the secret, whoever calls; 503 where the job could not be done, so that the ticker's
 * own log shows it. The body is what the job answered, and nothing of what failed.
 */
export const cronRoute =
  <T>(job: () => Promise<T>) =>
  async (request: Request): Promise<Response> => {
    const headers = { "cache-control": "no-store" };
    if (!isAllowed(request)) return Response.json({ ok: false }, { status: 401, headers });
    try {
      return Response.json({ ok: true, did: await job() }, { headers });
    } catch (thrown) {
      log.error("a job failed", describeError(thrown));
      return Response.json({ ok: false }, { status: 503, headers });
    }
  };
