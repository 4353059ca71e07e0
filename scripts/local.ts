import { join } from "node:path";
import { basePort } from "../local/ports";
import type { startPlatform } from "../local/start";
import { root } from "./root";

export type Platform = Awaited<ReturnType<typeof startPlatform>>;

export type Copy = { port: number; dataDir: string };

/** A running copy is known by its base port: data, build and cookies of two copies never meet. */
export function copyFromEnvironment(): Copy {
  const port = basePort(process.env.PORT);
  return { port, dataDir: join(root, ".data", String(port)) };
}

/** What the app is told about the platform: the same variables that a hosted project needs (.env.example). */
export function appEnvironment(platform: Platform, port: number): Record<string, string> {
  return {
    NEXT_PUBLIC_SUPABASE_URL: platform.urls.api,
    NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: platform.keys.publishable,
    SUPABASE_SECRET_KEY: platform.keys.secret,
    SUPABASE_JWT_SECRET: platform.keys.jwtSecret,
    COOKIE_NAMESPACE: `ovenai-${port}`,
    SITE_URL: `http://localhost:${port}`,
  };
}

/** Printed when everything runs; the three people of the seed data. */
export function welcome(platform: Platform, appUrl: string, seconds: number): string {
  return [
    "",
    `  OvenAI Settings   ${appUrl}   (ready in ${seconds.toFixed(0)} s)`,
    "",
    "  owner@demo.local      owner of the first client",
    "  member@demo.local     member of the same projects",
    "  outsider@demo.local   another client: sees none of it",
    "  password              demo-demo-demo",
    "",
    `  mails     ${platform.urls.mailbox}`,
    `  API       ${platform.urls.api}`,
    `  database  ${platform.urls.db}`,
    "",
    "  Ctrl-C stops everything and keeps the data; npm run demo -- --reset starts over.",
    "",
  ].join("\n");
}
