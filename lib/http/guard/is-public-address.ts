import "server-only";
import { BlockList, isIP } from "node:net";

/** IPv4 ranges that are not the public internet. Source: IANA's special-purpose address registry. */
const NOT_PUBLIC_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;
/** Of IPv6 only global unicast is public, without what carries an IPv4 address or is documentation. */
const GLOBAL_UNICAST = ["2000::", 3] as const;
const NOT_PUBLIC_V6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const blockedV4 = listSubnets(NOT_PUBLIC_V4, "ipv4");
const globalV6 = listSubnets([GLOBAL_UNICAST], "ipv6");
const blockedV6 = listSubnets(NOT_PUBLIC_V6, "ipv6");
const loopbackV4 = listSubnets([["127.0.0.0", 8]], "ipv4");

/** True for an address of the public internet; false for every other, and for what is no address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !blockedV4.check(address, "ipv4");
  if (version !== 6 || address.includes("%")) return false;
  return globalV6.check(address, "ipv6") && !blockedV6.check(address, "ipv6");
}

/** True for `127.0.0.0/8` and `::1`. */
export function isLoopbackAddress(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && loopbackV4.check(address, "ipv4"));
}

function listSubnets(
  subnets: readonly (readonly [string, number])[],
  family: "ipv4" | "ipv6",
): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}
