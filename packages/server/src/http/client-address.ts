import { isIPv4, isIPv6 } from 'node:net';
import type { ServerContext } from './environment.js';

/**
 * Address that a request came from: of the connection, or behind `proxies` trusted proxies the one that the
 * outermost of them saw.
 */
export function clientAddress(context: ServerContext, proxies: number): string {
  const connection = context.env.incoming.socket.remoteAddress ?? '';
  if (proxies === 0) return connection;
  const forwarded = context.req.header('X-Forwarded-For')?.split(',') ?? [];
  return forwarded.at(-proxies)?.trim() || connection;
}

/**
 * The part of an address that identifies one subscriber: a whole IPv4 address, or the first 64 bits of an IPv6 address,
 * because a household or a phone has the rest.
 */
export function subscriberOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const end = tail.split(':').filter(Boolean);
    while (groups.length + end.length < 8) groups.push('0');
    groups.push(...end);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
