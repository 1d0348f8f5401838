import fc from 'fast-check';
import { draw } from './draw.js';
import type { DrawCandidate, DrawConstraints } from './draw.types.js';

const LEAD = { name: '甘肃某某数字科技有限公司', creditCode: '91620100MA0000000X' };
const FREE: DrawConstraints = { fields: [], regionId: null, organizations: [LEAD] };

const somebody = (id: string, traits: Partial<DrawCandidate> = {}): DrawCandidate => ({
  id,
  active: true,
  fields: ['platform'],
  regionId: 'lanzhou',
  employers: [],
  workload: 0,
  limit: 10,
  inGroup: false,
  declaredConflict: false,
  ...traits,
});

const employed = (name: string, to: string | null = null, creditCode: string | null = null) => ({
  employers: [{ name, creditCode, from: null, to }],
});

const anybody: fc.Arbitrary<DrawCandidate> = fc.record({
  id: fc.uuid(),
  active: fc.boolean(),
  fields: fc.subarray(['platform', 'security', 'C32']),
  regionId: fc.constantFrom('lanzhou', 'tianshui', null),
  employers: fc.constantFrom([], [{ ...LEAD, from: null, to: null }], [{ ...LEAD, from: null, to: '2020-01-01' }]),
  workload: fc.integer({ min: 0, max: 3 }),
  limit: fc.integer({ min: 0, max: 3 }),
  inGroup: fc.boolean(),
  declaredConflict: fc.boolean(),
});
const pool = fc.uniqueArray(anybody, { selector: ({ id }) => id, maxLength: 30 });
const constraints: fc.Arbitrary<DrawConstraints> = fc.record({
  fields: fc.subarray(['platform', 'security']),
  regionId: fc.constantFrom('lanzhou', null),
  organizations: fc.constantFrom([LEAD], []),
});
const seed = fc.stringMatching(/^[0-9a-f]{64}$/);
const size = fc.integer({ min: 1, max: 5 });

describe('the draw of a group', () => {
  it('says of everybody whom it may not take why', () => {
    const people = [
      somebody('a', { active: false }),
      somebody('b', { inGroup: true }),
      somebody('c', employed('甘肃某某 数字科技有限公司')),
      somebody('d', employed('旧名', null, LEAD.creditCode)),
      somebody('e', employed(LEAD.name, '2019-12-31')),
      somebody('f', { declaredConflict: true }),
      somebody('g', { regionId: 'tianshui' }),
      somebody('h', { fields: ['security'] }),
      somebody('i', { workload: 10 }),
      somebody('j'),
    ];
    const { drawn, exclusions } = draw(people, { ...FREE, fields: ['platform'], regionId: 'tianshui' }, 'seed', 3);
    expect(drawn).toEqual(['j']);
    expect(Object.fromEntries(exclusions.map(({ id, reason }) => [id, reason]))).toEqual({
      a: 'inactive',
      b: 'inGroup',
      c: 'employer',
      d: 'employer',
      e: 'earlierWork',
      f: 'declaredConflict',
      g: 'region',
      h: 'field',
      i: 'workload',
    });
  });

  it('gives the same group for the same seed, in whatever order the candidates come', () => {
    fc.assert(
      fc.property(pool, constraints, seed, size, fc.infiniteStream(fc.nat()), (people, bounds, from, wanted, noise) => {
        const shuffled = people
          .map((person) => ({ person, place: noise.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ person }) => person);
        expect(draw(shuffled, bounds, from, wanted)).toEqual(draw(people, bounds, from, wanted));
      }),
    );
  });

  it('leaves nobody out without a reason, and takes nobody who has one', () => {
    fc.assert(
      fc.property(pool, constraints, seed, size, (people, bounds, from, wanted) => {
        const { drawn, exclusions, eligible } = draw(people, bounds, from, wanted);
        const excluded = exclusions.map(({ id }) => id);
        expect(excluded.length + eligible).toBe(people.length);
        expect(drawn).toHaveLength(Math.min(wanted, eligible));
        expect(drawn.filter((id) => excluded.includes(id))).toEqual([]);
      }),
    );
  });

  it('continues by the next ticket when somebody drops out', () => {
    fc.assert(
      fc.property(pool, seed, (people, from) => {
        const all = draw(people, FREE, from, people.length).drawn;
        const [first] = all;
        const without = people.map((person) => (person.id === first ? { ...person, inGroup: true } : person));
        expect(draw(without, FREE, from, people.length).drawn).toEqual(all.slice(1));
      }),
    );
  });
});
