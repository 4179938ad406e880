/** Addresses of clients, as sockets name them. */
import { BlockList, isIP, isIPv6 } from 'node:net';

export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

/** What one subscriber of a network is given: an IPv4 address, or the /64 of an IPv6 one, of which a client may use any. */
export function networkOf(address: string): string {
  const mapped = address.match(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [front = '', back] = (address.split('%')[0] ?? '').split('::');
  const head = front === '' ? [] : front.split(':');
  const tail = back === undefined || back === '' ? [] : back.split(':');
  const groups = [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

/** `remote`: where the connection comes from; `forwardedFor`: `X-Forwarded-For` as it came. */
export type ClientAddress = (remote: string | undefined, forwardedFor: string | readonly string[] | undefined) => string;

/**
 * The address that quotas count. What a client writes into the header itself stands left of what the proxies add, so the
 * rightmost address that is not one of `proxies` is the client's; from anybody else the header says nothing.
 */
export function clientAddressBehind(proxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const proxy of proxies) trusted.addAddress(proxy, family(proxy));
  const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, family(address));

  return (remote = '', forwardedFor = []) => {
    if (proxies.length === 0 || !isTrusted(remote)) return remote;
    const chain = [forwardedFor]
      .flat()
      .join(',')
      .split(',')
      .map((each) => each.trim());
    return chain.findLast((each) => isIP(each) !== 0 && !isTrusted(each)) ?? remote;
  };
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
