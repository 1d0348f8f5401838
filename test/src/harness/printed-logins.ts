/** A login as `shucu start` prints it, and where it signs in. */
export interface PrintedLogin {
  readonly role: string;
  readonly tenantCode: string;
  readonly login: string;
  readonly password: string;
  readonly url: string;
}

/** A person signed in at a running platform, by the cookie that came back. */
export interface SignedInPerson {
  readonly url: string;
  readonly cookie: string;
}

/** One login a role for each province in the order printed, then those of the platform. */
export function printedLogins(output: string): PrintedLogin[] {
  const url = /^api (\S+)\/api\/v1 /m.exec(output)?.[1] ?? '';
  return output.split('\n══ ').flatMap((part) => {
    const tenantCode = /\/tenants\/([a-z0-9-]+)\/sign-in/.exec(part)?.[1] ?? 'platform';
    const lines = part.matchAll(/^ {2}(\w+) +\S+ {2}([a-z0-9.]+) {2}(Sc-\S+)$/gm);
    return [...lines].map(([, role = '', login = '', password = '']) => ({ role, tenantCode, login, password, url }));
  });
}

/** Signs in as the console would. */
export async function signInPrinted({ url, tenantCode, login, password }: PrintedLogin): Promise<SignedInPerson> {
  const response = await fetch(`${url}/api/v1/tenants/${tenantCode}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login, password }),
  });
  if (response.status !== 204)
    throw new Error(`${login} of ${tenantCode}: ${response.status} ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { url, cookie: cookie.join('; ') };
}
