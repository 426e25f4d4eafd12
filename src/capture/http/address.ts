import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IPv4 blocks that are not globally reachable (IANA special-purpose registry) or are multicast; 169.254.169.254 is where clouds keep their keys. */
const special4: readonly (readonly [string, number])[] = [
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
]

/** Blocks inside the global unicast range 2000::/3 that are special or tunnel to an IPv4 address that is not looked at. */
const special6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const blocked = new BlockList()
for (const [net, prefix] of special4) blocked.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of special6) blocked.addSubnet(net, prefix, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const carries4 = new BlockList()
carries4.addSubnet('::ffff:0:0', 96, 'ipv6')
carries4.addSubnet('64:ff9b::', 96, 'ipv6')

/** The IPv4 address in the last 32 bits of an IPv6 address. */
function last4(address: string): string {
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (dotted) return dotted
  const [head = '', tail] = address.split('::')
  const groups = (tail ?? head).split(':').slice(-2)
  while (groups.length < 2) groups.unshift('0')
  return groups
    .flatMap(group => [parseInt(group || '0', 16) >> 8, parseInt(group || '0', 16) & 255])
    .join('.')
}

/**
 * True for an IP address that the open internet can reach: no loopback, private, link-local, carrier-grade NAT, multicast, reserved or
 * documentation range, in IPv4, IPv6, and IPv4 inside IPv6 (mapped, NAT64). What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (isIPv4(plain)) return !blocked.check(plain, 'ipv4')
  if (!isIPv6(plain)) return false
  if (carries4.check(plain, 'ipv6')) return isPublicAddress(last4(plain))
  return global6.check(plain, 'ipv6') && !blocked.check(plain, 'ipv6')
}
