import { basePort, HOST, portsFrom } from "../../local/ports";

/** Where the tests' copy listens. 3900 unless PORT says otherwise, so that it runs beside a demo on 3000. */
const ports = portsFrom(basePort(process.env.PORT ?? "3900"));

export const addresses = {
  ports,
  /** localhost, not 127.0.0.1: what a person types, and what cookies and server actions compare. */
  app: `http://localhost:${ports.app}`,
  api: `http://${HOST}:${ports.api}`,
  mailbox: `http://${HOST}:${ports.mailbox}`,
  calendly: `http://${HOST}:${ports.calendly}`,
  slack: `http://${HOST}:${ports.slack}`,
  receiver: `http://${HOST}:${ports.receiver}`,
  graph: `http://${HOST}:${ports.graph}`,
  database: `postgresql://supabase_admin:postgres@${HOST}:${ports.database}/postgres`,
};

/** What the app writes to its log. */
export const appLog = `.data/e2e-${ports.app}/app.log`;

/** The prefix of the tests' copy's cookies, as local/start.ts gives it to the app. */
export const cookieNamespace = `ovenai-${ports.app}`;
