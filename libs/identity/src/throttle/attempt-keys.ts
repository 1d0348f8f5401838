import { callerNetwork, sha256 } from '@shucu/kernel';

/** One try to sign in, before anything is known to be right. */
export interface SignInAttempt {
  /** What names the tenant: its id, or its code. */
  readonly tenantId: string;
  readonly login: string;
  readonly address: string;
  /** Only of a device cookie that was proven to be this account's. */
  readonly deviceId: string | null;
}

/** Under what a try is counted: hashes, so that no login and no address is kept in clear. */
export interface AttemptKeys {
  /** All tries from this network, whoever they are for, in every tenant. */
  readonly network: string;
  /** The account, tried by those it does not know. */
  readonly stranger: string;
  /** The account, tried with its own device, or else from this network. */
  readonly known: string;
  /** Kept while this network is known to the account. */
  readonly acquaintance: string;
}

/** The keys of a try. A login counts as one however its letters are written. */
export function keysOf({ tenantId, login, address, deviceId }: SignInAttempt): AttemptKeys {
  const network = callerNetwork(address);
  const account = [tenantId, login.normalize('NFKC').trim().toLowerCase()];
  return {
    network: keyOf('network', network),
    stranger: keyOf('stranger', ...account),
    known: deviceId === null ? keyOf('place', ...account, network) : keyOf('device', ...account, deviceId),
    acquaintance: keyOf('acquaintance', ...account, network),
  };
}

/** The key of the turnstile that stands before a counter once it is full. */
export function turnstileOf(key: string): string {
  return keyOf('turnstile', key);
}

function keyOf(...parts: string[]): string {
  return sha256(JSON.stringify(parts));
}
