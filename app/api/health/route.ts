import { checkHealth } from "@/lib/health/health";

/** 200 while the app itself answers; the body has the state of each part of the platform. */
export async function GET() {
  return Response.json(await checkHealth(), { headers: { "cache-control": "no-store" } });
}
