// Known vulnerabilities of what is installed for production. A high or critical one fails; a registry that is not reached is
// said loudly and fails nothing, or nobody could check without a network.
import { spawnSync } from 'node:child_process';
import { root, say } from './prepare.mjs';

const GRAVE = ['high', 'critical'];
const PATIENCE_MS = 120_000;

/** Asks the registry; ends this process with exit code 1 where it knows of a grave vulnerability. */
export function audit() {
  const { stdout, error } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
    cwd: root,
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  const finding = verdictOf(error ? '' : stdout);
  if (finding.unknown) {
    process.stderr.write(`shucu: !!! NOT CHECKED for known vulnerabilities: ${finding.unknown} !!!\n`);
  } else if (finding.grave.length > 0) {
    process.stderr.write(`shucu: packages with grave vulnerabilities: ${finding.grave.join('; ')}\n`);
    process.exit(1);
  } else {
    say(`no grave vulnerability is known (${finding.lesser} lesser)`);
  }
}

/** What an answer of `npm audit --json` means: `unknown` why there is none, or the grave ones and how many lesser ones. */
export function verdictOf(answer) {
  let report;
  try {
    report = JSON.parse(answer);
  } catch {
    return { unknown: 'the registry gave no answer' };
  }
  if (!report.vulnerabilities) {
    const reason = report.error?.summary || report.message || 'the registry gave no reason';
    return { unknown: reason.split('\n')[0] };
  }
  const known = Object.values(report.vulnerabilities);
  const grave = known.filter(({ severity }) => GRAVE.includes(severity));
  return {
    grave: grave.map(({ name, severity, range }) => `${name} ${range} (${severity})`),
    lesser: known.length - grave.length,
  };
}
