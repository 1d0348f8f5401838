import type { DataSource } from 'typeorm';
import { APPLICATION_ROLE } from './tenant-rls.js';

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
 * a member of the group that holds the grants. An existing role keeps its password. Runs as the owner of the schema.
 */
export async function ensureApplicationRole(owner: DataSource, applicationUrl: string): Promise<void> {
  await owner.query(`DO $$ BEGIN
    CREATE ROLE ${APPLICATION_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
  const { username, password } = new URL(applicationUrl);
  const role = decodeURIComponent(username);
  const [known] = await owner.query<unknown[]>('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (!known) {
    const [{ sql }] = await owner.query<[{ sql: string }]>(
      `SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD %L', $1::text, $2::text) AS sql`,
      [role, decodeURIComponent(password)],
    );
    await owner.query(sql);
  }
  const [{ grant }] = await owner.query<[{ grant: string }]>(
    `SELECT format('GRANT ${APPLICATION_ROLE} TO %I', $1::text) AS grant`,
    [role],
  );
  await owner.query(grant);
}

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
