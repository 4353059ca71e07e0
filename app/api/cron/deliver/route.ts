import { cronRoute } from "@/lib/cron-route";
import { deliverDue } from "@/lib/notifications/delivery/service";

export const maxDuration = 60;

/** Any ticker calls it, by GET (Vercel Cron) or POST (pg_net), as often as it likes: twice, late or never is right. */
export const GET = cronRoute(deliverDue);
export const POST = GET;
