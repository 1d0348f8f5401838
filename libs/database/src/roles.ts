import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { APPLICATION_ROLE } from './tenant-rls.js';

/** What PostgreSQL says of a role that is there already, also where another made it at the same moment. */
const DUPLICATE = ['42710', '23505'];

interface RoleRow {
  name: string;
  superuser: boolean;
  bypass: boolean;
  owned: number;
}

/** The database role is not fit to run the application: the sentence says what would be right. */
export class DatabaseRoleError extends Error {
  override readonly name = 'DatabaseRoleError';
}

/**
 * Makes the role of the application's URL: can log in, owns nothing, is no superuser, cannot pass row level security, and is
 * a member of the group that holds the grants. An existing role keeps its password, which the URL must know. Runs as the
 * owner of the schema, who needs CREATEROLE only for what is not there yet. Throws {@link DatabaseRoleError}.
 */
export async function ensureApplicationRole(owner: DataSource, applicationUrl: string): Promise<void> {
  const { username, password } = new URL(applicationUrl);
  const role = decodeURIComponent(username);
  await createRole(owner, APPLICATION_ROLE, 'NOLOGIN');
  if (!(await createRole(owner, role, 'LOGIN', decodeURIComponent(password))))
    await refuseUnknownPassword(applicationUrl);
  const [{ member }] = await owner.query<[{ member: boolean }]>(
    `SELECT pg_has_role($1::name, '${APPLICATION_ROLE}', 'MEMBER') AS member`,
    [role],
  );
  if (member) return;
  await asOwner(
    owner,
    `GRANT ${APPLICATION_ROLE} TO ${quoted(role)}`,
    (user) =>
      `Role "${APPLICATION_ROLE}" of this server belongs to another installation and "${user}" may not grant it: ` +
      `let its owner or a superuser run GRANT ${APPLICATION_ROLE} TO ${quoted(user)} WITH ADMIN OPTION; then start again`,
  );
}

/** Says whether it made the role; one that another starter makes at the same moment is as good. */
async function createRole(owner: DataSource, role: string, login: string, password?: string): Promise<boolean> {
  const known = await owner.query<unknown[]>('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (known.length > 0) return false;
  const [{ sql }] = await owner.query<[{ sql: string }]>(
    `SELECT format('CREATE ROLE %I ${login} NOSUPERUSER NOBYPASSRLS PASSWORD %L', $1::text, $2::text) AS sql`,
    [role, password ?? null],
  );
  try {
    await asOwner(
      owner,
      sql,
      (user) =>
        `Role "${user}" owns the database but may not create role "${role}": let a superuser run ` +
        `ALTER ROLE ${quoted(user)} CREATEROLE; then start again`,
    );
    return true;
  } catch (error) {
    if (DUPLICATE.includes(codeOf(error))) return false;
    throw error;
  }
}

/** Turns "permission denied" into the sentence that says what the owner needs. */
async function asOwner(owner: DataSource, sql: string, sentence: (user: string) => string): Promise<void> {
  try {
    await owner.query(sql);
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    const [{ user }] = await owner.query<[{ user: string }]>('SELECT current_user AS user');
    throw new DatabaseRoleError(sentence(user), { cause: error });
  }
}

async function refuseUnknownPassword(applicationUrl: string): Promise<void> {
  try {
    await (await openDataSource({ url: applicationUrl, name: 'shucu-role-check', poolSize: 1 })).destroy();
  } catch (error) {
    if (codeOf(error) !== '28P01') throw error;
    const role = decodeURIComponent(new URL(applicationUrl).username);
    throw new DatabaseRoleError(
      `Role "${role}" exists with a password this installation does not know: set DATABASE_URL to its URL and ` +
        `MIGRATION_DATABASE_URL to the owner's, or reset it by ALTER ROLE ${quoted(role)} PASSWORD '…' to the password of ` +
        'DATABASE_URL (with "npm start" alone: "application" in secrets.json of SHUCU_DATA_DIR)',
      { cause: error },
    );
  }
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Refuses to run the application under a role that could pass row level security. */
export async function assertApplicationRole(application: DataSource): Promise<void> {
  const [role] = await application.query<[RoleRow]>(`
    SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypass,
           (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p')
             AND relnamespace = 'public'::regnamespace) AS owned
    FROM pg_roles WHERE rolname = current_user`);
  if (role.superuser || role.bypass || role.owned > 0) {
    throw new DatabaseRoleError(
      `Database role "${role.name}" could pass row level security (superuser ${role.superuser}, bypassrls ${role.bypass}, ` +
        `owns ${role.owned} tables): give DATABASE_URL a role made by "shucu migrate", and the owner to MIGRATION_DATABASE_URL`,
    );
  }
}
