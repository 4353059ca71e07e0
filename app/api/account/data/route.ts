import { ownDataFile } from "@/lib/account/own-data";
import { readOwnData } from "@/lib/account/store";
import { getIdentity } from "@/lib/auth";
import { log, describeError } from "@/lib/log";
import { paths } from "@/lib/paths";
import { personClient } from "@/lib/supabase/session";
import { writeTimeoutMs } from "@/lib/supabase/time-limits";

/**
 * Everything that our tables hold of the person, as a file to be saved. It streams: a page of a table is read when the
 * browser has taken the one before. What breaks off midway is no JSON document, and the browser calls the download
 * failed.
 */
export async function GET(): Promise<Response> {
  const identity = await getIdentity();
  const now = new Date().toISOString();
  if (!identity || identity.expired) return toSignIn();
  const client = personClient(identity.accessToken, writeTimeoutMs);
  const file = ownDataFile((part, after) => readOwnData(client, part, after), now);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await file.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (thrown) {
        log.error("a person's file broke off", describeError(thrown));
        controller.error(thrown);
      }
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="ovenai-my-data-${now.slice(0, 10)}.json"`,
      "cache-control": "private, no-store",
    },
  });
}

const toSignIn = () =>
  new Response(null, { status: 303, headers: { location: paths.signIn(paths.settings.account()) } });
