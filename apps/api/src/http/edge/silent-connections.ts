import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Ends the connections that never said anything when the api stops: Node counts them as busy, and would wait for them. */
export function endSilentConnections(fastify: FastifyInstance): void {
  const silent = new Set<Socket>();
  fastify.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  fastify.server.on('request', ({ socket }) => silent.delete(socket));
  fastify.addHook('preClose', async () => {
    for (const socket of silent) socket.destroy();
  });
}
