import { insertRows, PLATFORM_TENANT_ID } from '@shucu/database';
import { newId } from '@shucu/kernel';
import { tenantTransaction } from '@shucu/tenancy';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createTenant, type TestTenant } from '../factories/tenant.factory.js';
import { type Caller, callerOf } from '../harness/caller.js';
import { type TestPlatform, until } from '../harness/platform.js';

/** What the platform keeps about tenants, in every state that an operator acts on. */
export interface PlatformIds {
  readonly tenant: string;
  /** Founded, and nobody has entered. */
  readonly newTenant: string;
  readonly runningTenant: string;
  readonly suspendedTenant: string;
  /** Of the tenant, done: its archive can be fetched. */
  readonly exportOrder: string;
  /** By the first operator, each for a suspended tenant of its own. */
  readonly erasureOrder: string;
  readonly mistakenOrder: string;
}

export interface PlatformRows {
  readonly ids: PlatformIds;
  /** What no operator may find by these names: the platform’s own tenant, and an order that is written under another tenant. */
  readonly hidden: PlatformIds;
  /** Of the tenants that are to be erased. */
  readonly codes: { readonly suspendedTenant: string; readonly erasureOrder: string };
  /** To whom exports of the tenant go. */
  readonly recipient: string;
}

/** Has an operator do everything once that leaves rows behind, beginning with an export of the tenant. */
export async function createPlatformRows(
  platform: TestPlatform,
  operator: Caller,
  tenant: TestTenant,
): Promise<PlatformRows> {
  const recipient = await identityToRecipient(await generateX25519Identity());
  const administrator = callerOf(platform, tenant.tokens.provinceAdministrator);
  await administrator.put('export-recipient', { recipient }).expect(200);
  const suspended = await suspendedTenant(platform, operator);
  const [ordered, mistaken] = [await suspendedTenant(platform, operator), await suspendedTenant(platform, operator)];
  const order = async ({ id, code }: TestTenant): Promise<string> =>
    (await operator.post(`platform/tenants/${id}/erasures`, { code }).expect(201)).body.id;
  return {
    recipient,
    hidden: await createHidden(platform, tenant),
    codes: { suspendedTenant: suspended.code, erasureOrder: ordered.code },
    ids: {
      tenant: tenant.id,
      newTenant: (await operator.post('platform/tenants', newTenantOf(`n${tenant.code}`)).expect(201)).body.tenant.id,
      runningTenant: (await createTenant(platform.owner)).id,
      suspendedTenant: suspended.id,
      erasureOrder: await order(ordered),
      mistakenOrder: await order(mistaken),
      exportOrder: await exported(operator, tenant, recipient),
    },
  };
}

/** What is sent to found a tenant of this code. */
export const newTenantOf = (code: string): object => ({
  ...{ code, name: '青海省', department: '青海省工业和信息化厅', documentPrefix: '青工信发' },
  administrator: { login: 'first', displayName: '马六' },
});

async function suspendedTenant(platform: TestPlatform, operator: Caller): Promise<TestTenant> {
  const tenant = await createTenant(platform.owner);
  await operator.post(`platform/tenants/${tenant.id}/suspension`, { reason: '退出平台' }).expect(200);
  return tenant;
}

async function exported(operator: Caller, { id }: TestTenant, recipient: string): Promise<string> {
  const { body } = await operator.post(`platform/tenants/${id}/exports`, { recipient }).expect(202);
  await untilCarriedOut(operator);
  return body.id;
}

/** Waits until the worker has no export and no erasure to do. */
export function untilCarriedOut(operator: Caller): Promise<void> {
  return until('the orders', async () => {
    const { items } = (await operator.get('platform/orders').expect(200)).body;
    return items.every(({ kind, state }: Record<'kind' | 'state', string>) => {
      return state !== 'confirmed' && (kind === 'erasure' || state !== 'ordered');
    });
  });
}

async function createHidden({ owner }: TestPlatform, tenant: TestTenant): Promise<PlatformIds> {
  const id = newId();
  const row = {
    tenant_id: tenant.id,
    id,
    kind: 'erasure',
    target_id: tenant.id,
    requested_by: tenant.accounts.auditor,
  };
  await tenantTransaction(owner, tenant.id, (manager) => insertRows(manager, 'tenant_order', [row]));
  const [own, order] = [PLATFORM_TENANT_ID, id];
  return {
    ...{ tenant: own, newTenant: own, runningTenant: own, suspendedTenant: own },
    ...{ exportOrder: order, erasureOrder: order, mistakenOrder: order },
  };
}
