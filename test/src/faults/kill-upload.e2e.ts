import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { sha256 } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { Upload } from 'tus-js-client';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type ApiProcess, startSecondApi } from '../harness/api-process.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { download } from '../harness/upload.js';

const MEGABYTE = 1024 * 1024;
const CHUNK = 2 * MEGABYTE;

/** A door that stays while the process behind it dies and another takes its place, as a reverse proxy is. */
async function openDoor(target: () => string): Promise<{ url: string; server: Server }> {
  const server = createServer((near: Socket) => {
    const { hostname, port } = new URL(target());
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, server };
}

describe('kill -9 of the api in the middle of an upload', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let api: ApiProcess;
  let door: { url: string; server: Server };

  beforeAll(async () => {
    platform = await startPlatform();
    tenant = await createTenant(platform.owner);
    api = await startSecondApi(platform);
    door = await openDoor(() => api.url);
  }, 60_000);

  afterAll(async () => {
    door?.server.close();
    await api?.end();
    await platform?.stop();
  });

  const countOf = async (table: string): Promise<number> => {
    const [{ count }] = await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM ${table} WHERE tenant_id = $1`, [
        tenant.id,
      ]),
    );
    return count;
  };

  it('loses no more than the piece under way: a client of tus goes on where the disk is, with the next process', async () => {
    const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(15 * MEGABYTE)]);
    const starts: number[] = [];
    let kills = 0;
    let url = '';
    const replaceApi = async (): Promise<void> => {
      await api.kill();
      expect(await countOf('evidence_file')).toBe(0);
      api = await startSecondApi(platform);
    };
    await new Promise<void>((resolve, reject) => {
      const upload = new Upload(content, {
        endpoint: `${door.url}/api/v1/evidence-uploads`,
        headers: { authorization: `Bearer ${tenant.tokens.centerOperator}` },
        metadata: { filename: '现场影像.pdf' },
        chunkSize: CHUNK,
        retryDelays: Array.from({ length: 60 }, () => 500),
        onBeforeRequest: (request) => {
          if (request.getMethod() === 'PATCH') starts.push(Number(request.getHeader('Upload-Offset')));
        },
        onProgress: (sent) => {
          // In the middle of the third piece, and once more in that of the sixth.
          if (kills === 2 || sent <= (kills === 0 ? 2.5 : 5.5) * CHUNK) return;
          kills += 1;
          void replaceApi().catch(reject);
        },
        onUploadUrlAvailable: () => {
          url = upload.url ?? '';
        },
        onSuccess: () => resolve(),
        onError: reject,
      });
      upload.start();
    });
    expect(kills).toBe(2);
    // Every piece was begun at the end of a confirmed one; only those under way at a kill were begun again.
    expect(starts.every((start) => start % CHUNK === 0)).toBe(true);
    expect(starts.length).toBeLessThanOrEqual(Math.ceil(content.length / CHUNK) + 2 * 8);
    const id = url.slice(url.lastIndexOf('/') + 1);
    const { body } = await download(platform, tenant.tokens.centerOperator, id);
    expect(sha256(body)).toBe(sha256(content));
    expect(await countOf('evidence_file')).toBe(1);
  }, 120_000);
});
