import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OidcDiscovery } from './oidc-discovery.js';

/** A provider of which only the metadata are there. */
describe('asking a provider for its metadata', () => {
  let server: Server;
  let issuer: string;
  let answer: RequestListener;
  let asked: number;
  let sut: OidcDiscovery;

  const settings = () => ({ issuer, clientId: 'shucu', clientSecret: 'secret' });
  const metadata =
    (change: object = {}): RequestListener =>
    (_request, response) => {
      const content = {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        ...change,
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(content));
    };

  beforeEach(async () => {
    asked = 0;
    sut = new OidcDiscovery({ plainLoopback: true });
    server = createServer((request, response) => {
      asked += 1;
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    answer = metadata();
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('happens once for many sign-ins, and once for each client', async () => {
    const [first, second] = await Promise.all([sut.configurationOf(settings()), sut.configurationOf(settings())]);
    expect(second).toBe(first);
    expect(first.serverMetadata().issuer).toBe(issuer);
    expect(asked).toBe(1);
    await sut.configurationOf({ ...settings(), clientSecret: 'another' });
    expect(asked).toBe(2);
  });

  it('is not repeated at once after a failure', async () => {
    answer = (_request, response) => response.writeHead(500).end();
    await expect(sut.configurationOf(settings())).rejects.toThrow();
    await expect(sut.configurationOf(settings())).rejects.toThrow();
    expect(asked).toBe(1);
  });

  it.each<[string, () => RequestListener]>([
    ['of another issuer', () => metadata({ issuer: 'http://127.0.0.1:9' })],
    ['larger than any provider has', () => metadata({ padding: 'x'.repeat(300 * 1024) })],
    ['that are no JSON', () => (_request, response) => response.end('<html>')],
    ['behind a redirect', () => (_request, response) => response.writeHead(302, { location: `${issuer}/other` }).end()],
  ])('takes no metadata %s', async (_what, faulty) => {
    answer = faulty();
    await expect(sut.configurationOf(settings())).rejects.toThrow();
    expect(asked).toBe(1);
  });

  it('asks nobody over plain HTTP in production', async () => {
    const strict = new OidcDiscovery({ plainLoopback: false });
    await expect(strict.configurationOf(settings())).rejects.toThrow(/may not be asked/);
    expect(asked).toBe(0);
  });
});
