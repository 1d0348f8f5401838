import { tenantTransaction } from '@shucu/tenancy';
import type { DataSource } from 'typeorm';

/** The entries one after the other, as the commit of a changed record would have made them. */
const CHAIN_OF = `
  CREATE FUNCTION pg_temp.chain_of(tenant uuid, entries int) RETURNS SETOF audit_entry LANGUAGE plpgsql AS $$
  DECLARE
    entry audit_entry;
    previous text := repeat('0', 64);
    actor text := gen_random_uuid();
  BEGIN
    entry.tenant_id := tenant;
    entry.algorithm := 'sha256';
    entry.actor_id := actor;
    entry.actor_name := '张三';
    entry.action := 'serviceRecord.update';
    entry.subject := 'service_record';
    entry.result := 'done';
    FOR n IN 1..entries LOOP
      entry.seq := n;
      entry.at := to_char(now() + n * interval '1 second', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
      entry.subject_id := 'record-' || n;
      entry.request_id := 'request-' || n;
      entry.body := format('{"at": "%s", "op": "update", "seq": %s, "role": "shucu_app", "actor": {"id": "%s", "kind": "account", '
        '"name": "张三"}, "after": {"title": "第%s次人才实训（数字化转型）", "version": 3, "headcount": 48}, "action": "%s", '
        '"before": {"title": "第%s次人才实训", "version": 2, "headcount": 42}, "result": "done", "tenant": "%s", "request": '
        '{"address": "10.0.0.7", "requestId": "%s"}, "subject": "%s", "subjectId": "%s"}',
        entry.at, n, actor, n, entry.action, n, tenant, entry.request_id, entry.subject, entry.subject_id);
      entry.hash := encode(sha256(convert_to(previous || entry.body, 'UTF8')), 'hex');
      previous := entry.hash;
      RETURN NEXT entry;
    END LOOP;
  END $$`;

/** Fills the empty log of a tenant, as the owner, and leaves it only the index that its verification reads. */
export async function fillChain(owner: DataSource, tenantId: string, entries: number): Promise<void> {
  await owner.query(
    'DROP INDEX audit_entry_by_time, audit_entry_by_actor, audit_entry_by_action, audit_entry_by_subject',
  );
  await tenantTransaction(owner, tenantId, async (manager) => {
    await manager.query(CHAIN_OF);
    await manager.query('INSERT INTO audit_entry SELECT * FROM pg_temp.chain_of($1, $2)', [tenantId, entries]);
  });
  await owner.query('VACUUM (ANALYZE) audit_entry');
}
