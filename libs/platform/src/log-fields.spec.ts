import { loggable, withoutCredentials } from './log-fields.js';

const SECRET = 'Tr0ub4dor&3';
const written = (value: unknown): string => JSON.stringify(loggable(value));

describe('what is written to the log', () => {
  it('has no credentials at any depth, whatever the writing of their names', () => {
    const credentials = {
      authorization: SECRET,
      'proxy-authorization': SECRET,
      cookie: SECRET,
      'Set-Cookie': [SECRET],
      password: SECRET,
      newPassword: SECRET,
      token: SECRET,
      refresh_token: SECRET,
      clientSecret: SECRET,
      code: SECRET,
      totp: SECRET,
      recoveryCodes: [SECRET],
      codeVerifier: SECRET,
      body: { anything: SECRET },
      query: `SELECT '${SECRET}'`,
      parameters: [SECRET],
      headers: { 'x-custom': SECRET },
    };
    const line = written({ requestId: 'r1', ...credentials, a: { b: [{ c: { ...credentials, kept: 1 } }] } });
    expect(line).not.toContain(SECRET);
    expect(JSON.parse(line)).toEqual({ requestId: 'r1', a: { b: [{ c: { kept: 1 } }] } });
  });

  it('keeps what only sounds like one', () => {
    const fields = { apiTokenId: 'a', tokens: 3, statusCode: 404, tenantCode: 'gansu', reason: 'wrong password' };
    expect(loggable(fields)).toEqual(fields);
  });

  it.each([
    [`Bearer ${SECRET}`.replace('&', ''), 'Bearer [removed]'],
    ['cookie: __Host-shucu=gansu.abc; a=b', 'cookie: __Host-shucu=[removed]; a=b'],
    [`token gansu.${'x'.repeat(43)} refused`, 'token [removed] refused'],
    [`shucu_gansu_${'y'.repeat(43)}`, 'shucu_[removed]'],
    ['connect postgres://shucu:p%40ss@127.0.0.1:5432/shucu', 'connect postgres://[removed]@127.0.0.1:5432/shucu'],
    ['at http://127.0.0.1:3000/api', 'at http://127.0.0.1:3000/api'],
  ])('cuts credentials out of a text: %s', (text, rest) => {
    expect(withoutCredentials(text)).toBe(rest);
    expect(loggable([{ text }])).toEqual([{ text: rest }]);
  });

  it('tells of an error of the database what names no value', () => {
    const driverError = Object.assign(new Error('duplicate key value violates unique constraint "account_login"'), {
      code: '23505',
      detail: `Key (login)=(${SECRET}) already exists.`,
      where: `unnamed portal parameter $1 = '${SECRET}'`,
      hint: SECRET,
      internalQuery: SECRET,
      table: 'account',
      constraint: 'account_login',
    });
    const error = Object.assign(new Error(driverError.message), driverError, {
      query: SECRET,
      parameters: [SECRET],
      driverError,
    });
    const line = written({ err: new Error('outer', { cause: error }) });
    expect(line).not.toContain(SECRET);
    expect(loggable(error)).toMatchObject({
      code: '23505',
      table: 'account',
      constraint: 'account_login',
      message: error.message,
    });
    expect(line).toContain('log-fields.spec');
  });

  it('does not quote the value that did not fit, neither in the message nor on top of the stack', () => {
    const message = `invalid input syntax for type uuid: "${SECRET}\n    second line ${SECRET}"`;
    expect(written(Object.assign(new Error(message), { code: '22P02' }))).not.toContain(SECRET);
  });

  it('ends somewhere', () => {
    const round: Record<string, unknown> = { count: 1n };
    round['again'] = round;
    expect(written(round)).toContain('[deeper]');
    expect(loggable({ bytes: Buffer.from(SECRET), list: Array(1_000).fill(1) })).toEqual({
      bytes: `[${Buffer.byteLength(SECRET)} bytes]`,
      list: Array(100).fill(1),
    });
  });
});
