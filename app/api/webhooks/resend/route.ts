import { mostBytes, takeResendEvent } from "@/lib/notifications/channels/email/service";
import { rawBody } from "@/lib/raw-body";

/** What Resend tells about mails that it sent: those that came back, and those that people call unwanted. */
export async function POST(request: Request): Promise<Response> {
  const status = await takeResendEvent({
    headers: request.headers,
    body: await rawBody(request, mostBytes),
    secret: process.env.RESEND_WEBHOOK_SECRET,
    nowSeconds: Math.floor(Date.now() / 1000),
  });
  return new Response(null, { status });
}
