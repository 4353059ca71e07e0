import { takeConnectionEvent } from "@/lib/integrations/intake";
import { describeError, log } from "@/lib/log";
import { rawBody } from "@/lib/raw-body";

type Context = { params: Promise<{ id: string }> };

/** A column of the database holds no more. */
const mostBytes = 256 * 1024;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What a provider tells of one connection. It is kept and answered at once; a worker works it in. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  if (!uuid.test(id)) return new Response(null, { status: 404 });
  const body = await rawBody(request, mostBytes);
  if (body === null) return new Response(null, { status: 413 });
  try {
    return new Response(null, { status: await takeConnectionEvent(id, { headers: request.headers, body }) });
  } catch (thrown) {
    log.error("webhook not stored", describeError(thrown));
    return new Response(null, { status: 503 });
  }
}
