import type { DataSource } from 'typeorm';
import { openDataSource } from './data-source.js';
import { DatabaseRoleError, ensureApplicationRole } from './roles.js';
import { startTestDatabase, type TestDatabase } from './testing/test-cluster.js';

describe('the role of the application', () => {
  let database: TestDatabase;
  let superuser: DataSource;
  const suffix = `${process.pid}_${Date.now().toString(36)}`;
  const [weak, strong, application] = [`weak_${suffix}`, `strong_${suffix}`, `app_${suffix}`];

  const urlOf = (role: string, password = 'known'): string => {
    const url = new URL(database.applicationUrl);
    url.username = role;
    url.password = password;
    return url.href;
  };

  /** The sentence with which the role of that URL is refused, or nothing. */
  const refusal = async (owner: string, applicationUrl: string): Promise<string | null> => {
    const source = await openDataSource({ url: urlOf(owner), name: 'roles', poolSize: 1 });
    try {
      await ensureApplicationRole(source, applicationUrl);
      return null;
    } catch (error) {
      if (error instanceof DatabaseRoleError) return error.message;
      throw error;
    } finally {
      await source.destroy();
    }
  };

  beforeAll(async () => {
    database = await startTestDatabase();
    superuser = await openDataSource({ url: database.superuserUrl, name: 'roles', poolSize: 1 });
    await superuser.query(`CREATE ROLE ${weak} LOGIN PASSWORD 'known'`);
    await superuser.query(`CREATE ROLE ${strong} LOGIN CREATEROLE PASSWORD 'known'`);
  });

  afterAll(async () => {
    await superuser?.query(`DROP ROLE IF EXISTS ${application}, ${weak}, ${strong}`);
    await superuser?.destroy();
    await database?.stop();
  });

  it('says which right an owner without CREATEROLE lacks', async () => {
    expect(await refusal(weak, urlOf(application))).toBe(
      `Role "${weak}" owns the database but may not create role "${application}": let a superuser run ALTER ROLE "${weak}" CREATEROLE; then start again`,
    );
  });

  it('says what to grant where the group belongs to another installation, and accepts it once granted', async () => {
    expect(await refusal(strong, urlOf(application))).toMatch(
      `run GRANT shucu_application TO "${strong}" WITH ADMIN OPTION;`,
    );
    await superuser.query(`GRANT shucu_application TO ${strong} WITH ADMIN OPTION`);
    expect(await refusal(strong, urlOf(application))).toBeNull();
  });

  it('needs no right for roles that are there already', async () => {
    expect(await refusal(weak, urlOf(application))).toBeNull();
  });

  it('says that a role has another password than the installation knows', async () => {
    expect(await refusal(strong, urlOf(application, 'other'))).toMatch(
      `Role "${application}" exists with a password this installation does not know: set DATABASE_URL`,
    );
  });
});
