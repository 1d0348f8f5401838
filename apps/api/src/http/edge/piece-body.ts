import type { IncomingMessage } from 'node:http';
import { AppError } from '@shucu/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Media type of a piece of a file (tus 1.0). */
export const PIECE_TYPE = 'application/offset+octet-stream';

/** The largest piece of a file in bytes: what is lost when a connection breaks, and held in memory until it is written. */
const PIECE_LIMIT = 4 * 1024 * 1024;

/** Beside JSON, endpoints that say so take a piece of a file; sent to any other it is refused before it is read. */
export function takePieces(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(PIECE_TYPE, async (request: FastifyRequest, payload: IncomingMessage) => {
    if (!request.routeOptions.config.takesPiece) throw new AppError('request.unsupported');
    if (Number(request.headers['content-length'] ?? 0) > PIECE_LIMIT) throw tooLarge();
    return readPiece(payload);
  });
}

async function readPiece(payload: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of payload) {
    bytes += chunk.length;
    if (bytes > PIECE_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(): AppError {
  return new AppError('request.tooLarge', { limit: `${PIECE_LIMIT / 1024 / 1024} MiB` });
}
