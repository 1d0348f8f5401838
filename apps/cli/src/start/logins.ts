import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiLogin, DemoLogin } from '@shucu/demonstration';
import { groupBy } from '@shucu/kernel';
import type { DemoProvince } from './demonstration.js';

type Say = (sentence: string) => void;

/** One login a role on the screen, all of them in a file that only its owner can read. */
export async function showLogins(
  { logins, name }: DemoProvince,
  { url, directory, say }: { url: string; directory: string; say: Say },
): Promise<void> {
  const path = join(directory, `${name}-logins.txt`);
  const lines = logins.map(
    ({ displayName, role, login, password }) => `${role}\t${displayName}\t${login}\t${password}`,
  );
  await writeFile(path, `${lines.join('\n')}\n`, { mode: 0o600 });
  say(`演示账号（口令每次启动更新，全部 ${logins.length} 个见 ${path}）：`);
  for (const [role, [first]] of groupBy(logins, (login) => login.role)) {
    say(`  ${role.padEnd(22)} ${first?.displayName}  ${first?.login}  ${first?.password}`);
  }
  const officer = logins.find(({ role }) => role === 'provinceOfficer');
  if (officer) say(`  ${signInLine(url, join(directory, 'curl.jar'), officer)}`);
}

/** Those who run the platform and see no province's business. */
export function showOperators(operators: readonly DemoLogin[], say: Say): void {
  say('\n══ 数促平台 ══');
  for (const { role, displayName, login, password } of operators) {
    say(`  ${role.padEnd(22)} ${displayName}  ${login}  ${password}`);
  }
}

/** Signs in and asks for the ratings, as a line for the shell. */
function signInLine(url: string, jar: string, { tenantCode, login, password }: ApiLogin): string {
  const body = JSON.stringify({ login, password });
  const tenant = `${url}/api/v1/tenants/${tenantCode}/sign-in`;
  return `curl -s -c '${jar}' -H 'Origin: ${url}' --json '${body}' '${tenant}' && curl -s -b '${jar}' '${url}/api/v1/ratings'`;
}
