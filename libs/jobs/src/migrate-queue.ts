import { createHash } from 'node:crypto';
import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { QUEUE_NAME, QUEUE_SCHEMA } from './queue.backend.js';

/** BullMQ makes this sequence on first use; made here, the application needs no right to create anything. */
const JOB_ID_SEQUENCE = `${QUEUE_SCHEMA}.bullmq_jid_${createHash('md5').update(QUEUE_NAME).digest('hex')}`;

/**
 * Brings the queue's schema in PostgreSQL up to date and lets the application's role use it; also where the queue is on Redis
 * today. Runs as the owner of the database. Gives the version of the schema.
 */
export async function migrateQueue(ownerUrl: string, applicationRole: string): Promise<number> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'shucu-migrate-queue' });
  await owner.connect();
  try {
    const version = await runMigrations(owner, QUEUE_SCHEMA);
    const role = owner.escapeIdentifier(applicationRole);
    await owner.query(`
      CREATE SEQUENCE IF NOT EXISTS ${JOB_ID_SEQUENCE};
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON ${QUEUE_SCHEMA}.migration FROM ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${role};
      ALTER DEFAULT PRIVILEGES IN SCHEMA ${QUEUE_SCHEMA} GRANT USAGE, SELECT ON SEQUENCES TO ${role};`);
    return version;
  } finally {
    await owner.end();
  }
}
