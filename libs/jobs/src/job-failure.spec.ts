import { AppError } from '@shucu/kernel';
import { describeFailure, isPermanent, JobPayloadError } from './job-failure.js';

describe('a failure', () => {
  it('is described by kind, code and place, never by its message', () => {
    const secret = '张三 138';
    expect(describeFailure(new TypeError(secret))).toMatch(/^TypeError at job-failure\.spec\.[jt]s:\d+$/);
    expect(describeFailure(new AppError('conflict.duplicate', { what: secret }))).toMatch(
      /^AppError conflict\.duplicate at /,
    );
    expect(describeFailure(Object.assign(new Error(secret), { code: '23505', stack: `Error: ${secret}.js:1` }))).toBe(
      'Error 23505',
    );
    expect(describeFailure(secret)).toBe('not an Error');
  });

  it('is final for a refusal that no change of state would lift', () => {
    expect(isPermanent(new AppError('resource.notFound'))).toBe(true);
    expect(isPermanent(new JobPayloadError('x'))).toBe(true);
    expect(isPermanent(new AppError('document.notReady'))).toBe(false);
    expect(isPermanent(new Error('connection lost'))).toBe(false);
  });
});
