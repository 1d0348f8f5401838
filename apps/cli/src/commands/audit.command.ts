import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import {
  AuditChainService,
  FAULTS,
  generateSigningKey,
  openExport,
  readPublicKey,
  SealFile,
  type Verification,
  verifyChain,
} from '@shucu/audit';
import { readEnvironment } from '@shucu/kernel';
import { TenantContext } from '@shucu/tenancy';
import type { Command } from 'commander';
import { withTenant } from '../cli.module.js';
import { environmentOfCommand } from '../local-installation.js';

interface VerifyOptions {
  readonly file?: string;
  readonly key: readonly string[];
  readonly seals?: string;
}

/** `shucu audit verify`: is a log as it was written? `export`: a log as a file. `keygen`: the key that signs its heads. */
export function registerAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the audit log of a tenant');
  audit
    .command('verify')
    .argument('[tenant]', 'public code of the tenant, e.g. gansu; none with --file')
    .description('follow a log from its first entry and hold it against its seals; exit code 1 where an entry is bad')
    .option('--file <export>', 'verify an exported file alone, without any database')
    .option('--key <pem...>', 'public keys that the seals may be signed with (AUDIT_SIGNING_KEY_FILE)', [])
    .option('--seals <directory>', 'where the seals are (AUDIT_SEALS_DIR; of a file, those in it)')
    .action(async (tenant: string | undefined, options: VerifyOptions, command: Command) => {
      if ((tenant === undefined) === (options.file === undefined)) {
        command.error('Name either a tenant or, by --file, an exported log.');
      }
      report(options.file ? await verifyFile(options.file, options) : await verifyTenant(tenant, options));
    });
  audit
    .command('export')
    .argument('<tenant>', 'public code of the tenant, e.g. gansu')
    .description('write a log with its seals into a file of JSON lines that can be verified alone')
    .requiredOption('--out <file>', 'a file that is not there yet')
    .action(async (tenant: string, { out }: { out: string }) => {
      await withTenant(tenant, (app) =>
        pipeline(
          app.get(AuditChainService).exportLines(TenantContext.tenantId),
          createWriteStream(out, { flags: 'wx', mode: 0o600 }),
        ),
      );
      process.stdout.write(`${out}\n`);
    });
  audit
    .command('keygen')
    .argument('<directory>', 'where the pair is written; apart from the database and its backups')
    .description('make the Ed25519 key pair that signs the heads of the logs')
    .action(async (directory: string) => {
      const { privateKey, publicKey } = await generateSigningKey(directory);
      process.stdout.write(`AUDIT_SIGNING_KEY_FILE=${privateKey}\nfor who verifies: ${publicKey}\n`);
    });
}

async function verifyTenant(tenant: string | undefined, { key, seals }: VerifyOptions): Promise<Verification> {
  const { AUDIT_SIGNING_KEY_FILE: own } = readEnvironment(await environmentOfCommand());
  const keys = await readKeys(key.length > 0 || !own ? key : [own]);
  return withTenant(tenant, (app) => app.get(AuditChainService).verify(TenantContext.tenantId, keys, seals));
}

/** Asks nothing of the environment: it may run on a machine that has nothing of ours but this command. */
async function verifyFile(file: string, { key, seals: directory }: VerifyOptions): Promise<Verification> {
  const keys = await readKeys(key);
  const { tenantId, code, entries, seals } = await openExport(file);
  process.stdout.write(`${file}: log of ${code} (${tenantId})\n`);
  const known = directory ? new SealFile(directory, tenantId).seals() : seals;
  return verifyChain({ tenantId, entries, seals: keys.length > 0 ? known : none(), keys });
}

function readKeys(files: readonly string[]) {
  return Promise.all(files.map(readPublicKey));
}

function report({ entries, sealedThrough, firstBad }: Verification): void {
  const sealed =
    sealedThrough > 0
      ? `sealed through entry ${sealedThrough}`
      : 'no seal was checked, so a rewritten log or a cut tail would not show';
  process.stdout.write(`${entries} sound entries, ${sealed}\n`);
  if (!firstBad) return;
  process.stdout.write(`BAD from entry ${firstBad.seq} on: ${FAULTS[firstBad.why]}\n`);
  process.exitCode = 1;
}

async function* none(): AsyncGenerator<never> {
  // Without a key a seal proves nothing.
}
