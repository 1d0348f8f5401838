import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor } from './actor.js';
import type { ActionOf, Subject } from './subjects.js';

export const ACCESS = Symbol('access');

/** What an endpoint asks of its caller. */
export type Access = { readonly public: true } | { readonly action: string; readonly subject: string };

/** The caller must be able to do the action on at least some rows of the subject; which rows is the query's business. */
export const Requires = <S extends Subject>(action: ActionOf<S>, subject: S): MethodDecorator =>
  SetMetadata(ACCESS, { action, subject } satisfies Access);

/** Open to everybody, without a tenant. */
export const Public = (): MethodDecorator => SetMetadata(ACCESS, { public: true } satisfies Access);

/** What of a request matters here; one whose caller is known carries its actor. */
export interface ActorRequest {
  actor?: Actor;
  readonly id: string;
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cookies?: Readonly<Record<string, string | undefined>>;
}

/** The authenticated caller. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>();
  if (!actor) throw new Error('No actor: this endpoint is public');
  return actor;
});
