import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import request from 'supertest';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { startPlatform, type TestPlatform } from '../harness/platform.js';
import { beginUpload, download, metadataOf, PIECE, sendPiece, uploadFile } from '../harness/upload.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MEGABYTE = 1024 * 1024;

describe('an upload of evidence', () => {
  let platform: TestPlatform;
  let tenant: TestTenant;
  let token: string;

  beforeAll(async () => {
    platform = await startPlatform({ variables: { EVIDENCE_MAX_MB: '9', EVIDENCE_QUOTA_MB: '30' } });
  });

  // A tenant a test, as quotas and open uploads count.
  beforeEach(async () => {
    tenant = await createTenant(platform.owner);
    token = tenant.tokens.centerOperator;
  });

  afterAll(() => platform?.stop());

  const head = (id: string) =>
    request(platform.server)
      .head(`/api/v1/evidence-uploads/${id}`)
      .set({ authorization: `Bearer ${token}` });
  const get = (path: string, by = token) =>
    request(platform.server)
      .get(`/api/v1/${path}`)
      .set({ authorization: `Bearer ${by}` });
  const begin = async (name: string, bytes: number): Promise<string> =>
    (await beginUpload(platform, token, name, bytes).expect(201)).body.id;

  it('becomes a file with its last piece and not before, and is then given out as it was', async () => {
    const content = Buffer.from('服务记录，签到表\n张三\n李四\n');
    const created = await beginUpload(platform, token, '签到表 2025.csv', content.length).expect(201);
    const { id } = created.body;
    expect(created.headers).toMatchObject({
      location: `/api/v1/evidence-uploads/${id}`,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
    });
    expect(
      (await sendPiece(platform, token, id, 0, content.subarray(0, 20)).expect(204)).headers['upload-offset'],
    ).toBe('20');
    await get(`evidence-files/${id}`).expect(404);
    expect((await get('evidence-uploads').expect(200)).body.items).toMatchObject([{ id, received: 20 }]);
    expect((await head(id).expect(200)).headers).toMatchObject({
      'upload-offset': '20',
      'upload-length': String(content.length),
    });
    await sendPiece(platform, token, id, 20, content.subarray(20)).expect(204);
    const { body: file } = await get(`evidence-files/${id}`).expect(200);
    expect(file).toMatchObject({
      name: '签到表 2025.csv',
      mediaType: 'text/csv',
      bytes: content.length,
      sha256: sha256(content),
    });
    expect((await get('evidence-files').expect(200)).body.items).toMatchObject([{ id }]);
    expect((await get('evidence-uploads').expect(200)).body.items).toEqual([]);
    // Whoever lost the last answer asks where to go on, and learns that all is there.
    expect((await head(id).expect(200)).headers['upload-offset']).toBe(String(content.length));
    const given = await download(platform, token, id);
    expect(given.body).toEqual(content);
    expect(given.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-length': String(content.length),
    });
    expect(given.headers['content-disposition']).toMatch(/^attachment; .*%E7%AD%BE/);
  });

  it('takes pieces in their order only, and says where it goes on: also of two at once one wins', async () => {
    const id = await begin('a.txt', 12);
    const ahead = await sendPiece(platform, token, id, 6, Buffer.from('123456')).expect(409);
    expect(ahead.headers['upload-offset']).toBe('0');
    expect(ahead.body).toMatchObject({ code: 'evidence.offset', title: '应从第 0 字节继续上传，而不是第 6 字节' });
    const both = await Promise.all([1, 2].map(() => sendPiece(platform, token, id, 0, Buffer.from('123456'))));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(both.map(({ headers }) => headers['upload-offset'])).toEqual(['6', '6']);
    expect((await sendPiece(platform, token, id, 6, Buffer.from('1234567')).expect(422)).body.code).toBe(
      'evidence.beyondEnd',
    );
    await sendPiece(platform, token, id, 6, Buffer.from('789012')).expect(204);
    expect((await download(platform, token, id)).body.toString()).toBe('123456789012');
  });

  it.each([
    ['a picture called a PDF', '合同.pdf', PNG],
    ['text in another encoding than UTF-8', '名单.csv', Buffer.from([0xd6, 0xd0, 0xb9, 0xfa])],
    ['text with control characters', '名单.txt', Buffer.from('a\u0000b')],
    ['markup called text', '说明.txt', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['an archive called an OFD', '附件.ofd', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
  ])('is refused for its content: %s', async (_what, name, content) => {
    const id = await begin(name, content.length);
    expect((await sendPiece(platform, token, id, 0, content).expect(422)).body.code).toBe('evidence.content');
    await get(`evidence-files/${id}`).expect(404);
    const { FILES_DIR } = platform.environment;
    const left = await readdir(join(FILES_DIR, tenant.id), { recursive: true });
    expect(left.filter((file) => !file.endsWith('.part'))).toEqual([]);
  });

  it('is told what it is by its content, whatever the case of its name', async () => {
    const id = await uploadFile(platform, token, '现场照片.PNG', PNG);
    expect((await get(`evidence-files/${id}`).expect(200)).body.mediaType).toBe('image/png');
  });

  it.each([
    ['木马.exe', 10, 422, 'evidence.extension'],
    ['压缩包.zip', 10, 422, 'evidence.extension'],
    ['没有扩展名', 10, 422, 'evidence.extension'],
    ['大.pdf', 9 * MEGABYTE + 1, 413, 'evidence.tooLarge'],
    ['空.pdf', 0, 422, 'validation.failed'],
    ['../x.pdf', 10, 422, 'validation.failed'],
    ['a\nb.pdf', 10, 422, 'validation.failed'],
  ])('is not begun for %j of %i bytes', async (name, bytes, status, code) => {
    const answer = await beginUpload(platform, token, name, bytes);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
  });

  it('is not begun without a size or a name, or in another version of the protocol', async () => {
    const post = (headers: object) =>
      request(platform.server)
        .post('/api/v1/evidence-uploads')
        .set({ authorization: `Bearer ${token}`, ...headers });
    await post({}).expect(422);
    await post({ 'upload-length': '1e3', 'upload-metadata': metadataOf('a.pdf') }).expect(422);
    await post({ 'upload-length': '10', 'upload-metadata': 'filename gqe=' }).expect(422);
    const other = { 'tus-resumable': '0.2.2', 'upload-length': '10', 'upload-metadata': metadataOf('a.pdf') };
    expect((await post(other).expect(412)).body.code).toBe('evidence.tusVersion');
  });

  it('is not begun beyond what the organization may keep, or by who has begun many', async () => {
    for (let n = 0; n < 3; n += 1) await begin('a.pdf', 9 * MEGABYTE);
    const refused = await beginUpload(platform, token, 'a.pdf', 4 * MEGABYTE).expect(409);
    expect(refused.body).toMatchObject({ code: 'evidence.quota', title: expect.stringContaining('27 MB，上限 30 MB') });
    for (let n = 0; n < 17; n += 1) await begin('a.pdf', 10);
    expect((await beginUpload(platform, token, 'a.pdf', 10).expect(409)).body.code).toBe('evidence.tooManyUploads');
    const { items } = (await get('evidence-uploads').expect(200)).body;
    await request(platform.server)
      .delete(`/api/v1/evidence-uploads/${items[0].id}`)
      .set({ authorization: `Bearer ${token}` })
      .expect(204);
    await head(items[0].id).expect(404);
    await begin('a.pdf', 10);
  });

  it('takes pieces of its own kind and size only, and no other endpoint takes any', async () => {
    const id = await begin('a.pdf', 5 * MEGABYTE);
    const large = await sendPiece(platform, token, id, 0, Buffer.alloc(4 * MEGABYTE + 1)).catch((error) => error);
    expect([413, undefined]).toContain(large.status);
    const as = { authorization: `Bearer ${token}`, 'upload-offset': '0' };
    const patch = request(platform.server).patch(`/api/v1/evidence-uploads/${id}`).set(as);
    expect((await patch.send({}).expect(415)).body.code).toBe('request.unsupported');
    const post = request(platform.server)
      .post('/api/v1/service-records')
      .set({ ...as, 'content-type': PIECE });
    expect((await post.send(Buffer.from('{}')).expect(415)).body.code).toBe('request.unsupported');
    await sendPiece(platform, token, id, 0, Buffer.alloc(4 * MEGABYTE)).expect(204);
  });

  it('is its uploader’s alone, ends when it expires, and is not for everybody', async () => {
    const id = await begin('a.txt', 10);
    const others = [tenant.tokens.cityOfficer, (await createTenant(platform.owner)).tokens.centerOperator];
    for (const other of others) {
      await get(`evidence-uploads/${id}`, other).expect(404);
      await sendPiece(platform, other, id, 0, Buffer.from('12345')).expect(404);
    }
    await beginUpload(platform, tenant.tokens.auditor, 'a.txt', 10).expect(403);
    await tenantTransaction(platform.owner, tenant.id, (manager) =>
      manager.query(`UPDATE evidence_upload SET expires_at = now() WHERE tenant_id = $1`, [tenant.id]),
    );
    await sendPiece(platform, token, id, 0, Buffer.from('12345')).expect(404);
    await head(id).expect(404);
  });

  it('says what of the protocol there is', async () => {
    const { headers } = await request(platform.server).options('/api/v1/evidence-uploads').expect(204);
    expect(headers).toMatchObject({
      'tus-version': '1.0.0',
      'tus-extension': 'creation,expiration,termination',
      'tus-max-size': String(9 * MEGABYTE),
    });
  });
});
