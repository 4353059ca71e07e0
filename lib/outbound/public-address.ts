import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";

/** Where a connection goes. Connect to it, and do not resolve the name again: it may mean another address by then. */
export type Address = Readonly<{ address: string; family: 4 | 6 }>;

/**
 * Why nothing may be sent to a host. `malformed`: neither a name nor an address. `port`: a port that is not for this.
 * `private`: an address that is not everybody's, such as one of our own network. `unknown`: a name without an address.
 */
export type Barred = "malformed" | "port" | "private" | "unknown";

export type Reach =
  | Readonly<{ ok: true; host: string; addresses: readonly [Address, ...Address[]]; isAllowed: boolean }>
  | Readonly<{ ok: false; why: Barred }>;

/** All addresses of a name, as text; rejects where it has none. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export type ReachParts = Readonly<{
  /** Ports to which this kind of connection goes. */
  ports: readonly number[];
  /** `host:port` of what may be reached wherever it is; OUTBOUND_ALLOWED_HOSTS by default. */
  allowed?: readonly string[];
  resolve?: Resolve;
}>;

const byDns: Resolve = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

/**
 * What stands in for others on one machine, as `host:port` with commas between (OUTBOUND_ALLOWED_HOSTS). Unset, as it is
 * in production, it allows nothing.
 */
export const allowedHosts = (
  given: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] =>
  (given.OUTBOUND_ALLOWED_HOSTS ?? "").split(",").flatMap((entry) => entry.trim().toLowerCase() || []);

/**
 * The host as the network knows it; null for what is none. Numeric spellings become the address that they mean, as every
 * client would read them: `0x7f.1` and `2130706433` are `127.0.0.1`.
 */
export function hostOf(text: string): string | null {
  if (!/^(?:[^\s/?#@\\:[\]%]+|\[[\da-f:.]+\])$/iu.test(text) || !URL.canParse(`https://${text}`)) return null;
  const { hostname } = new URL(`https://${text}`);
  return hostname.replace(/^\[|\]$|\.$/g, "") || null;
}

/** Of IPv6 the internet is in the first, and the second is kept for protocols, a few of which ipaddr.js names. */
const internet = ipaddr.IPv6.parseCIDR("2000::/3");
const ofProtocols = ipaddr.IPv6.parseCIDR("2001::/23");

/** Whether an address is one of the public internet. Those that hold another within them (NAT64, 6to4, mapped) are not. */
export function isPublic(address: string): boolean {
  // What is read in more than one way is read by somebody in the other way.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
  // A zone names a link of this machine.
  if (address.includes("%")) return false;
  const read = ipaddr.parse(address);
  if (read.range() !== "unicast") return false;
  return read instanceof ipaddr.IPv4 || (read.match(internet) && !read.match(ofProtocols));
}

/**
 * Where a host that a person named may be reached, resolved once. Every address of the name has to be public: one that is
 * not is no accident. `isAllowed`: it is named in OUTBOUND_ALLOWED_HOSTS, and needs neither a port of `ports` nor TLS.
 */
export async function reachOf(text: string, port: number, parts: ReachParts): Promise<Reach> {
  const host = hostOf(text);
  if (host === null) return { ok: false, why: "malformed" };
  const isAllowed = (parts.allowed ?? allowedHosts()).includes(`${host}:${port}`);
  if (!isAllowed && !parts.ports.includes(port)) return { ok: false, why: "port" };
  const found = ipaddr.isValid(host) ? [host] : await (parts.resolve ?? byDns)(host).catch(() => []);
  const [first, ...rest] = found.map(addressed);
  if (first === undefined) return { ok: false, why: "unknown" };
  if (!isAllowed && !found.every(isPublic)) return { ok: false, why: "private" };
  return { ok: true, host, addresses: [first, ...rest], isAllowed };
}

const addressed = (address: string): Address => ({ address, family: address.includes(":") ? 6 : 4 });
