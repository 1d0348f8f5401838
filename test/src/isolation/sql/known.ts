import type { Right } from './global-table.probes.js';
import type { KnownCode } from './schema-code.js';

interface GlobalTable {
  readonly allowed: readonly Right[];
  readonly why: string;
}

/** What the platform's operator says of a new tenant. */
const FOUNDED = ['id', 'code', 'name', 'department', 'document_prefix'];

const ALL: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

/** BullMQ's own, one queue for all tenants: a job names its tenant, and its work opens that tenant's transaction. */
const QUEUE_TABLES = [
  'dedup',
  'dedup_next',
  'event',
  'job',
  'job_dependency',
  'job_log',
  'meta',
  'metrics',
  'rate_limit',
  'relay_inbox',
  'relay_node',
  'relay_retained',
  'relay_subscription',
  'scheduler',
];

/** Tables that are no tenant's, and what the application may do with them. Everything else carries a tenant and a policy. */
export const GLOBAL_TABLES: Readonly<Record<string, GlobalTable>> = {
  migrations: { allowed: [], why: 'what was applied to the schema is its owner’s business' },
  tenant: {
    allowed: [
      'SELECT',
      ...FOUNDED.map((column) => `INSERT ${column}` as const),
      'UPDATE status',
      'UPDATE suspension_reason',
    ],
    why: 'a tenant is found by its public code before any is set; which rows, and that the platform alone writes, say its policies',
  },
  statutory_clock: {
    allowed: ['SELECT'],
    why: 'one installation has one clock, and only the owner of a test can set it',
  },
  throttle: {
    allowed: ALL,
    why: 'failed tries are counted by hashes of address and name, before any tenant is proven',
  },
  'bullmq.migration': { allowed: ['SELECT'], why: 'the queue asks for the version of its schema' },
  ...Object.fromEntries(
    QUEUE_TABLES.map((name) => [`bullmq.${name}`, { allowed: ALL, why: 'the queue is one for all tenants' }]),
  ),
};

const CHAINS =
  'the application may read the audit log and add nothing itself: the row that is told must be of the tenant set';

export const KNOWN_CODE: KnownCode = {
  definers: {
    'audit_row()': { why: CHAINS },
    'audit_note_row()': { why: CHAINS },
    'audit_tenant()': { why: CHAINS },
    'erase_tenant(uuid)': {
      why: 'all rows of a tenant go at once: only for the platform, of a suspended tenant, on the order of two operators',
      callable: true,
    },
  },
  views: {},
};
