import { checkHealth } from "@/lib/health";

/** 200 while the app itself answers; the body tells the state of each part it stands on. */
export async function GET() {
  return Response.json(await checkHealth(), { headers: { "cache-control": "no-store" } });
}
