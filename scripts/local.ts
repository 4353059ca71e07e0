import { join } from "node:path";
import { basePort } from "../local/ports";
import type { Platform } from "../local/start";
import { root } from "./root";

export type Copy = { port: number; dataDir: string };

/** A running copy is identified by its base port, so that copies share neither data nor cookies. */
export function copyFromEnvironment(): Copy {
  const port = basePort(process.env.PORT);
  return { port, dataDir: join(root, ".data", String(port)) };
}

/** The text printed when everything runs, with the three people of the seed data. */
export function welcome(platform: Platform, appUrl: string, seconds: number): string {
  return [
    "",
    `  OvenAI Settings   ${appUrl}   (ready in ${seconds.toFixed(0)} s)`,
    "",
    "  owner@demo.local      owner of the first client",
    "  member@demo.local     member of its first project",
    "  outsider@demo.local   another client: sees none of it",
    "  password              demo-demo-demo",
    "",
    `  outbox    ${platform.urls.mailbox}   mails, SMS, WhatsApp, Slack and webhooks that left the house`,
    `  slack     ${platform.urls.slack}/services/T0DEMO00/B0DEMO00/demo000000   to connect under Settings, Integrations`,
    `  webhooks  ${platform.urls.receiver}/hooks   the same`,
    `  calendly  ${platform.urls.calendly}   where leads book, once Calendly is connected`,
    `  whatsapp  ${platform.urls.graph}   where leads write, once a number is connected`,
    `  API       ${platform.urls.api}`,
    `  database  ${platform.urls.db}`,
    "",
    "  Ctrl-C stops everything and keeps the data; npm run demo -- --reset starts over.",
    "",
  ].join("\n");
}
