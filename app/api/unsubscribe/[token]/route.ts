import { environment } from "@/lib/env";
import { translatorOf } from "@/lib/i18n/translator";
import { linkPageHeaders, postedAct } from "@/lib/notifications/link-page";
import { unsubscribePage } from "@/lib/notifications/unsubscribe/page";
import { followLink, type Deed, type Followed } from "@/lib/notifications/unsubscribe/service";
import { negotiateLocale } from "@/lib/vocabulary/locales";

type Context = { params: Promise<{ token: string }> };

const statusOf: Record<Followed["state"], number> = {
  ask: 200,
  stopped: 200,
  on: 200,
  unknown: 404,
  busy: 429,
  failed: 503,
};

/** Shows what the link would do, and a button. It changes nothing: programs that look for viruses open every link. */
export const GET = (request: Request, context: Context) => answer(request, context, "ask");

/**
 * Turns off what the link is about (RFC 8058: no cookie, no other proof than the token, the same answer every time), or
 * on again where the page's own button says `act=undo`. It is the person's mail program, or its service, that posts.
 */
export const POST = async (request: Request, context: Context) =>
  answer(request, context, (await postedAct(request)) === "undo" ? "undo" : "stop");

async function answer(request: Request, { params }: Context, deed: Deed): Promise<Response> {
  const [{ token }, read] = [await params, environment()];
  const followed = await followLink(token, deed, read.ok ? read.env.notificationSecrets : []);
  const locale = followed.link?.locale ?? negotiateLocale(request.headers.get("accept-language"));
  return new Response(unsubscribePage(followed, locale, await translatorOf(locale), deed), {
    status: statusOf[followed.state],
    headers: linkPageHeaders,
  });
}
