import { isIssuer } from './issuer.js';

const strict = { plainLoopback: false };
const lenient = { plainLoopback: true };

describe('an issuer', () => {
  it.each(['https://sso.example.gov.cn', 'https://sso.example.gov.cn:8443/realms/gansu', 'https://10.1.2.3/'])(
    'may be %j',
    (issuer) => expect(isIssuer(issuer, strict)).toBe(true),
  );

  it.each([
    '',
    'sso.example.gov.cn',
    'http://sso.example.gov.cn',
    'http://127.0.0.1.example.gov.cn',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'https://user:password@sso.example.gov.cn',
    'https://sso.example.gov.cn?tenant=1',
    'https://sso.example.gov.cn#tenant',
    'https://sso.example.gov.cn/ x',
    'https://sso.example.gov.cn/.well-known/openid-configuration',
    `https://sso.example.gov.cn/${'a'.repeat(500)}`,
  ])('is never %j', (issuer) => expect(isIssuer(issuer, lenient)).toBe(false));

  it.each(['http://localhost:9000', 'http://127.0.0.1:9000', 'http://[::1]:9000'])(
    'may be %j where plain HTTP to this machine is let through, and only there',
    (issuer) => {
      expect(isIssuer(issuer, lenient)).toBe(true);
      expect(isIssuer(issuer, strict)).toBe(false);
    },
  );
});
