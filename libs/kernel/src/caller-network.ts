import { isIPv4 } from 'node:net';

const GROUPS = 8;
/** Of an IPv6 address, what a network gives away; the rest its user chooses. */
const NETWORK_GROUPS = 4;

/** What one caller cannot change at will: an IPv4 address, or the /64 network of an IPv6 one. */
export function callerNetwork(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (isIPv4(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, GROUPS - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, NETWORK_GROUPS).join(':');
}
