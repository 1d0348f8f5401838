import 'reflect-metadata';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { TenancyService } from '@shucu/tenancy';
import { defer, lastValueFrom, of } from 'rxjs';
import { AccessInterceptor } from './access.interceptor.js';
import type { Actor } from './actor.js';
import { person } from './parcel.fixture.js';
import type { Refusals } from './refusals.js';
import { Public, Requires } from './requires.decorator.js';

class Endpoints {
  forgotten(): string {
    return 'forgotten';
  }

  @Requires('read', 'Parcel')
  guarded(): string {
    return 'guarded';
  }

  @Public()
  open(): string {
    return 'open';
  }
}
const { forgotten, guarded, open } = Endpoints.prototype;

/** Runs every piece of work as if its tenant were open. */
const tenancy = {
  transactionByCode: (_code: string, _refusal: () => Error, work: () => Promise<unknown>) => work(),
} as unknown as TenancyService;

const refused: string[] = [];
const used: string[] = [];
const refusals: Refusals = {
  record: async (_tenant, actor, { code }) => void refused.push(`${actor?.accountId} ${code}`),
};

/** Calls an endpoint with a credential for the person, or with none. */
const call = (endpoint: () => string, caller: Actor | null): Promise<unknown> => {
  const request = { headers: {} };
  const context = {
    getClass: () => Endpoints,
    getHandler: () => endpoint,
    switchToHttp: () => ({ getRequest: () => request }),
  };
  const touch = async (): Promise<void> => void used.push(caller?.accountId ?? '');
  const authenticator = { read: () => caller && { tenantCode: 't', actor: async () => caller, touch } };
  const next: CallHandler = { handle: () => of(endpoint()) };
  const interceptor = new AccessInterceptor(new Reflector(), tenancy, authenticator, refusals);
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
    expect(refused).toEqual(['a auth.forbidden']);
    expect(used).toEqual(['a']);
  });

  it('waits for a changed password and a second factor', async () => {
    await expect(call(guarded, person('auditor', 'password'))).rejects.toMatchObject({ code: 'auth.passwordFirst' });
    await expect(call(guarded, person('auditor', 'twoFactor'))).rejects.toMatchObject({ code: 'auth.twoFactorFirst' });
  });

  it('is free only where it says so', async () => {
    await expect(call(open, null)).resolves.toBe('open');
  });
});
