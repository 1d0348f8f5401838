import { createHash, randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool, type PoolClient } from 'pg';

/**
 * The floor of the http bench: bare Fastify and pg, with the SQL that such a request cannot do without, under the same row level
 * security: the tenant, who is calling, whether the center is theirs, and the row itself. No validation, no framework.
 */
const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const app = Fastify();

interface Caller {
  tenant: string;
  organization: string;
  account: string;
}

async function asCaller<T>(
  authorization: string,
  work: (client: PoolClient, caller: Caller) => Promise<T>,
): Promise<T> {
  const token = authorization.slice('Bearer '.length);
  const client = await pool.connect();
  try {
    const found = await client.query('SELECT id FROM tenant WHERE code = $1', [token.split('_')[1]]);
    const tenant: string = found.rows[0].id;
    await client.query('BEGIN');
    await client.query(`SELECT set_config('app.tenant_id', $1, true)`, [tenant]);
    const { rows } = await client.query(
      `SELECT a.id, r.organization_id FROM api_token t JOIN account a ON a.tenant_id = t.tenant_id AND a.id = t.account_id
       JOIN account_role r ON r.tenant_id = a.tenant_id AND r.account_id = a.id
       WHERE t.tenant_id = $1 AND t.token_hash = $2 AND t.revoked_at IS NULL AND t.expires_at > now() AND a.status = 'active'`,
      [tenant, createHash('sha256').update(token).digest('hex')],
    );
    const result = await work(client, { tenant, organization: rows[0].organization_id, account: rows[0].id });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

app.post('/api/v1/service-records', async (request, reply) => {
  const body = request.body as { centerId: string; type: string; servedOn: string; title: string; enterprise: string };
  const row = await asCaller(request.headers.authorization ?? '', async (client, { tenant, organization, account }) => {
    const center = await client.query(
      'SELECT id FROM center WHERE tenant_id = $1 AND id = $2 AND lead_organization_id = $3 AND exited_on IS NULL',
      [tenant, body.centerId, organization],
    );
    if (center.rowCount !== 1) throw new Error('no such center');
    const { rows } = await client.query(
      `INSERT INTO service_record (tenant_id, year, id, center_id, type, served_on, title, enterprise, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *`,
      [
        tenant,
        Number(body.servedOn.slice(0, 4)),
        randomUUID(),
        body.centerId,
        body.type,
        body.servedOn,
        body.title,
        body.enterprise,
        account,
      ],
    );
    return rows[0];
  });
  return reply.status(201).send(row);
});

app.get('/api/v1/service-records', async (request) => {
  const { centerId } = request.query as { centerId: string };
  return asCaller(request.headers.authorization ?? '', async (client, { tenant, organization }) => {
    const { rows } = await client.query(
      `SELECT r.* FROM service_record r JOIN center c ON c.tenant_id = r.tenant_id AND c.id = r.center_id
       WHERE r.tenant_id = $1 AND r.center_id = $2 AND c.lead_organization_id = $3 ORDER BY r.id DESC LIMIT 20`,
      [tenant, centerId, organization],
    );
    return { items: rows };
  });
});

const url = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ ready: url });
