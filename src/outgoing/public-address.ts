/** Which addresses are out in the world. Everything else (this machine, the network it stands in, metadata services, tunnels) is refused. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

const closed4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Of IPv6 only what is routed worldwide is open, without the ranges in it that carry IPv4, tunnels or examples. */
const open6 = ['2000::', 3] as const;
const closed6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const closed = new BlockList();
for (const [net, bits] of closed4) closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of closed6) closed.addSubnet(net, bits, 'ipv6');
const open = new BlockList();
open.addSubnet(...open6, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  // With a zone, or with IPv4 inside, it is an address of some network nearby.
  if (!isIPv6(address) || address.includes('%') || address.includes('.')) return false;
  return open.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
