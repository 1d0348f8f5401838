import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Action, Subject } from './abilities.js';
import type { Actor } from './actor.js';

export const ACCESS = Symbol('access');

/** What an endpoint asks of its caller. */
export type Access = { readonly public: true } | { readonly action: Action; readonly subject: Subject };

/** The caller must be able to do the action on at least some rows of the subject; which rows is the query's business. */
export const Requires = (action: Action, subject: Subject): MethodDecorator =>
  SetMetadata(ACCESS, { action, subject } satisfies Access);

/** Open to everybody, without a tenant. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, { public: true } satisfies Access);

/** A request whose caller is known: it carries its actor. */
export interface ActorRequest {
  actor?: Actor;
  headers: Record<string, string | string[] | undefined>;
}

/** The authenticated caller. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('No actor: this endpoint is public');
  return actor;
});
