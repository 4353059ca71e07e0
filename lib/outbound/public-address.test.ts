import { describe, expect, it } from "vitest";
import { allowedHosts, hostOf, isPublic, reachOf, type Resolve } from "./public-address";

/** Each block that is not everybody's: its first address, its last one, and the names by which people know it. */
const barred: Readonly<Record<string, readonly string[]>> = {
  "this host": ["0.0.0.0", "0.255.255.255", "::"],
  loopback: ["127.0.0.1", "127.255.255.255", "::1"],
  private: ["10.0.0.0", "10.255.255.255", "172.16.0.0", "172.31.255.255", "192.168.0.0", "192.168.255.255"],
  "unique local": ["fc00::", "fd00:ec2::254", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
  "link-local, where clouds keep their keys": [
    "169.254.0.0",
    "169.254.169.254",
    "169.254.255.255",
    "fe80::1",
  ],
  "site-local": ["fec0::", "feff:ffff::"],
  "shared with a carrier": ["100.64.0.0", "100.100.100.200", "100.127.255.255"],
  "of protocols": ["192.0.0.0", "192.0.0.170", "192.0.0.255", "2001:100::1", "2001:1ff::1"],
  documentation: ["192.0.2.1", "198.51.100.7", "203.0.113.255", "2001:db8::1", "3fff::1", "3fff:fff::"],
  benchmarks: ["198.18.0.0", "198.19.255.255", "2001:2::1"],
  multicast: ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
  reserved: ["240.0.0.0", "254.255.255.255", "4000::1", "e000::1"],
  broadcast: ["255.255.255.255"],
  "relays of 6to4": ["192.88.99.0", "192.88.99.255"],
  "one address in another: mapped": [
    "::ffff:127.0.0.1",
    "::ffff:7f00:1",
    "::ffff:8.8.8.8",
    "::ffff:0:8.8.8.8",
  ],
  "one address in another: compatible": ["::127.0.0.1", "::8.8.8.8"],
  "one address in another: NAT64": ["64:ff9b::7f00:1", "64:ff9b::8.8.8.8", "64:ff9b:1::a00:1"],
  "one address in another: 6to4": ["2002:7f00:1::", "2002:808:808::1"],
  "one address in another: Teredo": ["2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
  "discard, ORCHID, AMT, AS112, SRv6": [
    "100::1",
    "2001:10::1",
    "2001:20::1",
    "2001:3::1",
    "2001:4:112::1",
    "5f00::1",
  ],
  "a zone of this machine": ["fe80::1%eth0", "2606:4700::1111%eth0"],
  "another spelling": ["0x7f.1", "2130706433", "127.1", "0177.0.0.1", "8.8.8", "08.8.8.8", "::1::", ""],
};

const everybodys = [
  "1.1.1.1",
  "8.8.8.8",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "192.169.0.0",
  "198.17.255.255",
  "198.20.0.0",
  "223.255.255.255",
  "2001:4860:4860::8888",
  "2606:4700:4700::1111",
  "2a00:1450:4001:82b::200e",
];

describe("an address", () => {
  it.each(Object.entries(barred))("is not everybody's: %s", (_block, addresses) => {
    expect(addresses.filter(isPublic)).toEqual([]);
  });

  it.each(everybodys)("is everybody's: %s", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});

describe("a host", () => {
  it.each([
    ["0x7f.1", "127.0.0.1"],
    ["0x7f000001", "127.0.0.1"],
    ["2130706433", "127.0.0.1"],
    ["0177.0.0.01", "127.0.0.1"],
    ["127.1", "127.0.0.1"],
    ["１２７.０.０.１", "127.0.0.1"],
    ["ⓛocalhost", "localhost"],
    ["LOCALHOST.", "localhost"],
    ["[0:0:0:0:0:ffff:7f00:1]", "::ffff:7f00:1"],
    ["Hooks.Example.COM", "hooks.example.com"],
    ["בדיקה.example", "xn--5dbedt4e.example"],
  ])("is read as every client reads it: %s", (text, host) => {
    expect(hostOf(text)).toBe(host);
  });

  it.each([
    "",
    ".",
    " a.example",
    "a.example/x",
    "a@b.example",
    "a.example:443",
    "a.example#",
    "a%2eexample",
    "[::1",
    "a b",
    "a\\b",
    "256.256.256.256",
    "0x100000000",
  ])("is none: %j", (text) => expect(hostOf(text)).toBeNull());
});

describe("where a host may be reached", () => {
  const names: Readonly<Record<string, readonly string[]>> = {
    "hooks.example": ["93.184.215.14", "2606:2800:21f:cb07::1"],
    "inner.example": ["10.0.0.7"],
    "both.example": ["93.184.215.14", "::1"],
  };
  const asked: string[] = [];
  const resolve: Resolve = async (name) => {
    asked.push(name);
    return names[name] ?? Promise.reject(new Error("ENOTFOUND"));
  };
  const reach = (host: string, port = 443, allowed: readonly string[] = []) =>
    reachOf(host, port, { ports: [443], allowed, resolve });

  it("is every address of its name, asked for once", async () => {
    asked.length = 0;
    expect(await reach("Hooks.example")).toEqual({
      ok: true,
      host: "hooks.example",
      isAllowed: false,
      addresses: [
        { address: "93.184.215.14", family: 4 },
        { address: "2606:2800:21f:cb07::1", family: 6 },
      ],
    });
    expect(asked).toEqual(["hooks.example"]);
  });

  it.each([
    ["inner.example", 443, "private"],
    ["both.example", 443, "private"],
    ["2130706433", 443, "private"],
    ["[::ffff:7f00:1]", 443, "private"],
    ["hooks.example", 22, "port"],
    ["nowhere.example", 443, "unknown"],
    ["not a host", 443, "malformed"],
  ] as const)("is nowhere: %s, port %i: %s", async (host, port, why) => {
    expect(await reach(host, port)).toEqual({ ok: false, why });
  });

  it("is anywhere for what the environment names, at that port alone; unset, it names nothing", async () => {
    const allowed = allowedHosts({ OUTBOUND_ALLOWED_HOSTS: " 127.0.0.1:5601, Inner.example:25 " });
    expect(await reach("127.0.0.1", 5601, allowed)).toMatchObject({ ok: true, isAllowed: true });
    expect(await reach("0x7f.1", 5601, allowed)).toMatchObject({ ok: true, host: "127.0.0.1" });
    expect(await reach("inner.example", 25, allowed)).toMatchObject({ ok: true, isAllowed: true });
    expect(await reach("127.0.0.1", 5602, allowed)).toEqual({ ok: false, why: "port" });
    expect(await reach("inner.example", 443, allowed)).toEqual({ ok: false, why: "private" });
    expect(allowedHosts({})).toEqual([]);
  });
});
