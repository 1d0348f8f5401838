import type { Verification } from '../chain/verify-chain.js';

type Tenants = { readonly ours: string; readonly theirs: string };

/** What somebody who owns the database can do to a log of twelve entries, sealed at the 6th and the 12th. */
interface Tampering {
  readonly name: string;
  readonly sql: (tenants: Tenants) => readonly string[];
  readonly firstBad: NonNullable<Verification['firstBad']>;
}

const EDITED = `replace(body, '"bureau": "', '"bureau": "x')`;

/** Hashes anew from an entry on, as the database itself does. */
const rehashed = (from: number, through = 99): string => `
  DO $do$
  DECLARE
    previous text;
    entry record;
  BEGIN
    SELECT hash INTO previous FROM audit_entry WHERE seq = ${from} - 1;
    FOR entry IN SELECT * FROM audit_entry WHERE seq BETWEEN ${from} AND ${through} ORDER BY seq LOOP
      previous := encode(CASE entry.algorithm WHEN 'sm3' THEN digest(previous || entry.body, 'sm3')
        ELSE sha256(convert_to(previous || entry.body, 'UTF8')) END, 'hex');
      UPDATE audit_entry SET hash = previous WHERE seq = entry.seq;
    END LOOP;
  END $do$`;

/** Numbers that go by way of negative ones, so that no key is there twice in between. */
const moved = (condition: string, by: number): string[] => [
  `UPDATE audit_entry SET seq = -seq WHERE ${condition}`,
  `UPDATE audit_entry SET seq = -seq + ${by} WHERE seq < 0`,
];

const renumbered = (from: number): string =>
  `UPDATE audit_entry SET body = (body::jsonb || jsonb_build_object('seq', seq))::text WHERE seq >= ${from}`;

const copied = (seq: number, source: string, body = 'body'): string => `
  INSERT INTO audit_entry SELECT tenant_id, ${seq}, algorithm, hash, ${body}, at, actor_id, actor_name, action, subject, subject_id, result, request_id
  FROM audit_entry WHERE seq = ${source}`;

export const TAMPERINGS: readonly Tampering[] = [
  {
    name: 'an edited text',
    sql: () => [`UPDATE audit_entry SET body = ${EDITED} WHERE seq = 4`],
    firstBad: { seq: 4, why: 'hash' },
  },
  {
    name: 'an edited text with its own hash made to fit',
    sql: () => [`UPDATE audit_entry SET body = ${EDITED} WHERE seq = 4`, rehashed(4, 4)],
    firstBad: { seq: 4, why: 'sealed' },
  },
  {
    name: 'an edited hash',
    sql: () => [`UPDATE audit_entry SET hash = repeat('a', 64) WHERE seq = 4`],
    firstBad: { seq: 4, why: 'hash' },
  },
  {
    name: 'an edited search column',
    sql: () => [`UPDATE audit_entry SET actor_name = '李四' WHERE seq = 4`],
    firstBad: { seq: 4, why: 'column' },
  },
  {
    name: 'a deleted entry',
    sql: () => ['DELETE FROM audit_entry WHERE seq = 4'],
    firstBad: { seq: 4, why: 'missing' },
  },
  {
    name: 'a deleted entry whose followers moved up',
    sql: () => ['DELETE FROM audit_entry WHERE seq = 4', ...moved('seq > 4', -1)],
    firstBad: { seq: 4, why: 'misplaced' },
  },
  {
    name: 'an inserted entry',
    sql: () => [
      ...moved('seq >= 4', 1),
      copied(4, '3', `(body::jsonb || '{"seq": 4}')::text`),
      renumbered(5),
      rehashed(4, 4),
    ],
    firstBad: { seq: 4, why: 'sealed' },
  },
  {
    name: 'two swapped entries',
    sql: () => [
      'UPDATE audit_entry SET seq = -4 WHERE seq = 4',
      'UPDATE audit_entry SET seq = 4 WHERE seq = 5',
      'UPDATE audit_entry SET seq = 5 WHERE seq = -4',
    ],
    firstBad: { seq: 4, why: 'misplaced' },
  },
  {
    name: 'a cut tail',
    sql: () => ['DELETE FROM audit_entry WHERE seq > 9'],
    firstBad: { seq: 10, why: 'missing' },
  },
  {
    name: 'an emptied log',
    sql: () => ['DELETE FROM audit_entry'],
    firstBad: { seq: 1, why: 'missing' },
  },
  {
    name: 'a chain rewritten from an entry on',
    sql: () => [`UPDATE audit_entry SET body = ${EDITED} WHERE seq = 9`, rehashed(9)],
    firstBad: { seq: 9, why: 'sealed' },
  },
  {
    name: 'an entry of another tenant spliced in',
    sql: ({ ours, theirs }) => [
      `SELECT set_config('app.tenant_id', '${theirs}', true)`,
      'CREATE TEMP TABLE taken ON COMMIT DROP AS SELECT * FROM audit_entry WHERE seq = 4',
      `SELECT set_config('app.tenant_id', '${ours}', true)`,
      'DELETE FROM audit_entry WHERE seq = 4',
      `UPDATE taken SET tenant_id = '${ours}'`,
      'INSERT INTO audit_entry TABLE taken',
      rehashed(4),
    ],
    firstBad: { seq: 4, why: 'foreign' },
  },
];
