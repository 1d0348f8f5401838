import request, { type Response, type Test } from 'supertest';
import type { TestPlatform } from './platform.js';

export const PIECE = 'application/offset+octet-stream';

/** `Upload-Metadata` for a name. */
export const metadataOf = (name: string): string => `filename ${Buffer.from(name).toString('base64')}`;

/** Begins an upload. */
export function beginUpload({ server }: TestPlatform, token: string, name: string, bytes: number): Test {
  return request(server)
    .post('/api/v1/evidence-uploads')
    .set({ authorization: `Bearer ${token}`, 'upload-length': String(bytes), 'upload-metadata': metadataOf(name) });
}

/** Sends a piece of an upload. */
export function sendPiece({ server }: TestPlatform, token: string, id: string, offset: number, piece: Buffer): Test {
  return request(server)
    .patch(`/api/v1/evidence-uploads/${id}`)
    .set({ authorization: `Bearer ${token}`, 'content-type': PIECE, 'upload-offset': String(offset) })
    .send(piece);
}

/** Uploads a small file in one piece; gives its id. */
export async function uploadFile(
  platform: TestPlatform,
  token: string,
  name: string,
  content: Buffer | string,
): Promise<string> {
  const bytes = Buffer.from(content);
  const { id } = (await beginUpload(platform, token, name, bytes.length).expect(201)).body;
  await sendPiece(platform, token, id, 0, bytes).expect(204);
  return id;
}

/** Fetches the bytes of a file. */
export async function download({ server }: TestPlatform, token: string, id: string): Promise<Response> {
  return request(server)
    .get(`/api/v1/evidence-files/${id}/content`)
    .set({ authorization: `Bearer ${token}` })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
}
