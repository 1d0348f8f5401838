import fc from 'fast-check';
import { TOTP, URI } from 'otpauth';
import { newTotp, verifyTotp } from './totp.js';

const NOW = new Date('2027-03-01T08:00:10Z');
const STEP = Math.floor(NOW.getTime() / 30_000);

describe('second factor by time', () => {
  const { secret, uri } = newTotp({ issuer: '山东省工业和信息化厅', login: 'li.wei' });
  const app = URI.parse(uri) as TOTP;
  const codeAt = (step: number): string => app.generate({ timestamp: step * 30_000 });
  const stepOf = (code: string, lastStep: number | null = null) => verifyTotp(secret, code, { lastStep, now: NOW });

  it('gives an app what it needs: 160 bits, six digits, thirty seconds, the department and the login', () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect(app).toMatchObject({
      issuer: '山东省工业和信息化厅',
      label: 'li.wei',
      digits: 6,
      period: 30,
      algorithm: 'SHA1',
    });
    expect(app.secret.base32).toBe(secret);
  });

  it('agrees with RFC 6238', () => {
    const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(verifyTotp(rfc, '287082', { lastStep: null, now: new Date(59_000) })).toBe(1);
    expect(verifyTotp(rfc, '081804', { lastStep: null, now: new Date(1_111_111_109_000) })).toBe(37_037_036);
  });

  it('takes the present code, the one before and the one after, and no other', () => {
    expect([-2, -1, 0, 1, 2].map((offset) => stepOf(codeAt(STEP + offset)))).toEqual([
      null,
      STEP - 1,
      STEP,
      STEP + 1,
      null,
    ]);
  });

  it('takes no code twice, and none before one that was used', () => {
    expect(stepOf(codeAt(STEP), STEP)).toBeNull();
    expect(stepOf(codeAt(STEP - 1), STEP)).toBeNull();
    expect(stepOf(codeAt(STEP + 1), STEP)).toBe(STEP + 1);
  });

  it('reads digits as people type them', () => {
    const code = codeAt(STEP);
    expect(stepOf(` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe(STEP);
    expect(stepOf(code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))))).toBe(STEP);
  });

  it('is nothing for any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{5}$|^\d{7}$/)), (text) => {
        fc.pre(!/^\d{6}$/.test(text.normalize('NFKC').replace(/\s/g, '')));
        expect(stepOf(text)).toBeNull();
      }),
    );
    expect(stepOf('٠٠٠٠٠٠')).toBeNull();
  });
});
