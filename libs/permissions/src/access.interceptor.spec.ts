import 'reflect-metadata';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { TenancyService } from '@shucu/tenancy';
import { defer, lastValueFrom, of } from 'rxjs';
import { AccessInterceptor } from './access.interceptor.js';
import type { Actor, Role } from './actor.js';
import { Public, Requires } from './requires.decorator.js';

class Endpoints {
  forgotten(): string {
    return 'forgotten';
  }

  @Requires('read', 'Center')
  guarded(): string {
    return 'guarded';
  }

  @Public()
  open(): string {
    return 'open';
  }
}
const { forgotten, guarded, open } = Endpoints.prototype;

const person = (role: Role): Actor => ({
  tenantId: 't',
  accountId: 'a',
  displayName: '某人',
  role,
  regionId: null,
  organizationId: null,
});

/** Runs every piece of work as if its tenant were open. */
const tenancy = {
  transactionByCode: (_code: string, _refusal: () => Error, work: () => Promise<unknown>) => work(),
} as unknown as TenancyService;

/** Calls an endpoint with a credential for the person, or with none. */
const call = (endpoint: () => string, caller: Actor | null): Promise<unknown> => {
  const request = { headers: {} };
  const context = { getHandler: () => endpoint, switchToHttp: () => ({ getRequest: () => request }) };
  const authenticator = { read: () => caller && { tenantCode: 't', actor: async () => caller } };
  const next: CallHandler = { handle: () => of(endpoint()) };
  const interceptor = new AccessInterceptor(new Reflector(), tenancy, authenticator);
  return lastValueFrom(defer(() => interceptor.intercept(context as unknown as ExecutionContext, next)));
};

describe('access', () => {
  it('is denied by default, to whomever', async () => {
    await expect(call(forgotten, person('provinceOfficer'))).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(call(forgotten, null)).rejects.toMatchObject({ code: 'auth.forbidden' });
  });

  it('is given to roles that have the right, and to nobody else', async () => {
    await expect(call(guarded, null)).rejects.toMatchObject({ code: 'auth.required' });
    await expect(call(guarded, person('cityOfficer'))).rejects.toMatchObject({ code: 'auth.forbidden' });
    await expect(call(guarded, person('auditor'))).resolves.toBe('guarded');
  });

  it('is free only where it says so', async () => {
    await expect(call(open, null)).resolves.toBe('open');
  });
});
