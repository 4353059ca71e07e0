import { createECDH } from "node:crypto";
import { optional, pipe, refine, regex, strictObject, string, transform, type ValueOf } from "@/lib/schema";
import { channelConfig, type Environment } from "../environment";

/** The keys of this app with all push services (VAPID, RFC 8292). New keys end every subscription made with the old. */
const names = {
  publicKey: "VAPID_PUBLIC_KEY",
  privateKey: "VAPID_PRIVATE_KEY",
  subject: "VAPID_SUBJECT",
  hosts: "PUSH_HOSTS",
};

// Apple refuses a subject on localhost, and one with brackets or blanks.
const subjectForm = /^(mailto:[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+|https:\/\/(?!localhost\b)[^\s<>]+)$/;

const base64url = (bytes: number) =>
  refine<string>(
    (text) => /^[\w-]+$/.test(text) && Buffer.from(text, "base64url").length === bytes,
    `must be ${bytes} bytes as base64url`,
  );

const hosts = transform<string | undefined, string[]>((text) =>
  (text ?? "")
    .split(/[\s,]+/)
    .map((host) => host.toLowerCase())
    .filter(Boolean),
);

const schema = strictObject(
  {
    publicKey: string(base64url(65)),
    privateKey: string(base64url(32)),
    subject: string(regex(subjectForm)),
    /** Hosts of push services beside the browsers' own. */
    hosts: pipe(optional(string()), hosts),
  },
  refine(({ publicKey, privateKey }) => publicKey === publicKeyOf(privateKey), {
    path: ["publicKey"],
    message: "does not belong to VAPID_PRIVATE_KEY",
  }),
);

export type PushConfig = ValueOf<typeof schema>;

/** The configuration of web push; null where there is none, or one that is wrong, which the log then names. */
export const pushConfig = (given: Environment): PushConfig | null =>
  channelConfig(given, names, [names.publicKey, names.privateKey], schema);

function publicKeyOf(privateKey: string): string {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(privateKey, "base64url");
  return pair.getPublicKey("base64url", "uncompressed");
}
