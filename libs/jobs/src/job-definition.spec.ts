import { z } from 'zod';
import { defineJob } from './job-definition.js';

describe('defineJob', () => {
  it('takes ids, numbers, dates and closed lists, and a patient default for retries', () => {
    const payload = z.object({
      runId: z.uuid(),
      year: z.int(),
      on: z.iso.date().optional(),
      form: z.enum(['pdf', 'docx']).nullable(),
      centers: z.array(z.uuid()),
      creditCode: z.string().regex(/^[0-9A-Z]{18}$/),
      isDraft: z.boolean(),
    });
    expect(defineJob('ratings.compute', payload)).toMatchObject({ attempts: 5, backoffMs: 2_000 });
    expect(defineJob('ratings.compute', payload, { attempts: 1 }).attempts).toBe(1);
  });

  it('refuses every field that could hold personal data', () => {
    const payload = z.object({
      runId: z.uuid(),
      name: z.string(),
      mail: z.email(),
      notes: z.array(z.string()),
      either: z.union([z.uuid(), z.string()]),
      anything: z.unknown(),
      nested: z.object({ name: z.string() }),
    });
    expect(() => defineJob('ratings.compute', payload)).toThrow(/: name, mail, notes, either, anything, nested$/);
  });

  it('refuses a name that is not room.work', () => {
    for (const name of ['compute', 'Ratings.compute', 'ratings:compute', 'ratings.']) {
      expect(() => defineJob(name, z.object({}))).toThrow(/must look like/);
    }
  });
});
