import type { DataSource } from 'typeorm';
import { WholeReadings } from './whole-readings.js';

const withPool = (poolSize: number): WholeReadings => new WholeReadings({ options: { poolSize } } as DataSource);

describe('readings of whole logs', () => {
  it('are one at a time in a tenant, and free again when one has ended', () => {
    const readings = withPool(10);
    const end = readings.begin('gansu');
    expect(() => readings.begin('gansu')).toThrow(expect.objectContaining({ code: 'audit.busy' }));
    end();
    expect(() => readings.begin('gansu')).not.toThrow();
  });

  it('leave most of the connections to others, and are possible with the smallest pool', () => {
    const readings = withPool(10);
    readings.begin('a');
    readings.begin('b');
    expect(() => readings.refuseWhileBusy('c')).toThrow(expect.objectContaining({ code: 'audit.busy' }));
    expect(() => withPool(2).begin('a')).not.toThrow();
  });
});
