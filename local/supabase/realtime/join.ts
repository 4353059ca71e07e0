import { z } from "zod";
import type { Authorization } from "./authorization";
import { type Caller, readToken } from "./token";

const flag = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")])
  .default(false)
  .catch(false);

/** The configuration in a client's join. As on the real server, malformed parts count as not given. */
const joinConfig = z.object({
  private: flag,
  broadcast: z.object({ ack: flag, self: flag }).catch({ ack: false, self: false }),
  postgres_changes: z.array(z.unknown()).catch([]),
});
const nothingAsked = {
  private: false,
  broadcast: { ack: false, self: false },
  postgres_changes: [],
};
const joinPayload = z.object({
  config: joinConfig.catch(nothingAsked),
  access_token: z.string().nullish().catch(null),
});

export type JoinConfig = z.infer<typeof joinConfig>;

export type Admission =
  { ok: true; config: JoinConfig; caller: Caller; token: string | null } | { ok: false; reason: string };

/**
 * Decides a request to join. A private channel asks the database whether the row policies let the caller read it.
 *
 * @param keyHolder the caller of the connection's API key; used if no access token is sent
 */
export async function admit(
  topic: string,
  payload: unknown,
  keyHolder: Caller,
  { authorization, jwtSecret }: { authorization: Authorization; jwtSecret: string },
): Promise<Admission> {
  if (topic === "") return { ok: false, reason: "TopicNameRequired: You must provide a topic name" };
  const parsed = joinPayload.safeParse(payload);
  const { config, access_token } = parsed.success
    ? parsed.data
    : { config: nothingAsked, access_token: null };
  if (config.postgres_changes.length > 0) {
    return {
      ok: false,
      reason: "postgres_changes is not served by the local platform: broadcast from the database",
    };
  }
  const token = isAccessToken(access_token) ? access_token : null;
  const reading = token === null ? null : await readToken(token, jwtSecret);
  if (reading !== null && !reading.ok) return { ok: false, reason: reading.reason };
  const caller = reading?.caller ?? keyHolder;
  if (config.private) {
    const permission = await authorization.mayRead(caller, topic);
    if (permission === "unknown") {
      const reason = "UnableToConnectToProject: Realtime was unable to connect to the project database";
      return { ok: false, reason };
    }
    if (permission === "denied") return { ok: false, reason: `Unauthorized: ${noPermission(topic)}` };
  }
  return { ok: true, config, caller, token };
}

export function noPermission(topic: string): string {
  return `You do not have permissions to read from this Channel topic: ${topic}`;
}

/** The real server ignores an API key where a token is expected. */
export function isAccessToken(token: string | null | undefined): token is string {
  return typeof token === "string" && token !== "" && !token.startsWith("sb_");
}
