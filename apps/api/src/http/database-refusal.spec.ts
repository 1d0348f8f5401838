import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { databaseRefusal } from './database-refusal.js';

const failing = (code: string): Error => Object.assign(new Error('INSERT INTO secret'), { code });

describe('an error of the database', () => {
  it.each([
    ['22021', 'request.unstorable'],
    ['22P05', 'request.unstorable'],
    ['22008', 'request.unstorable'],
    ['22003', 'request.unstorable'],
    ['23514', 'request.unstorable'],
    ['40001', 'conflict.concurrent'],
    ['40P01', 'conflict.concurrent'],
    ['55P03', 'conflict.concurrent'],
    ['23505', 'conflict.concurrent'],
    ['08006', 'service.unavailable'],
    ['57P01', 'service.unavailable'],
    ['ECONNREFUSED', 'service.unavailable'],
  ])('%s is to the caller %s, without SQL', (code, meaning) => {
    const refusal = databaseRefusal(failing(code));
    expect(refusal?.code).toBe(meaning);
    expect(refusal?.sentence('zh') + String(refusal?.sentence('en'))).not.toMatch(/INSERT|secret/);
  });

  it('that has no code but lost its connection is a database that is away', () => {
    const lost = [
      'timeout exceeded when trying to connect',
      'Connection terminated unexpectedly',
      new QueryRunnerAlreadyReleasedError().message,
      new QueryRunnerProviderAlreadyReleasedError().message,
    ];
    for (const message of lost) {
      expect(databaseRefusal(new Error(message))?.code).toBe('service.unavailable');
    }
  });

  it('that is a fault of ours stays one', () => {
    for (const code of ['42703', '23503', '42501']) expect(databaseRefusal(failing(code))).toBeNull();
    expect(databaseRefusal('no error')).toBeNull();
  });
});
