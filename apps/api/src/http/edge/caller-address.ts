import { isIPv4 } from 'node:net';

const GROUPS = 8;
/** Of an address of version 6, what a network gives away; the rest its user chooses. */
const NETWORK_GROUPS = 4;

/** What one caller cannot change at will: the address of version 4, or the /64 network of one of version 6. */
export function callerNetwork(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(mapped)) return mapped;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, GROUPS - left.length - right.length)).fill('0');
  return [...left, ...zeros, ...right].slice(0, NETWORK_GROUPS).join(':');
}
