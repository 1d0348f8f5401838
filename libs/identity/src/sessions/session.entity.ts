import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SignInMethod = 'password' | 'oidc';

/** Why a session is over; one that merely ran out of time has none of these. */
export type EndReason =
  | 'signedOut'
  | 'signedInAnew'
  | 'endedElsewhere'
  | 'endedByAdministrator'
  | 'passwordChanged'
  | 'secondFactorChanged'
  | 'accountChanged';

/** A person signed in, in one browser. Only the hash of its token is kept. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text', { name: 'token_hash', select: false })
  tokenHash: string;

  @Column('text')
  method: SignInMethod;

  @Column('boolean', { name: 'second_factor' })
  secondFactor: boolean;

  @Column('text')
  address: string;

  @Column('text', { name: 'user_agent' })
  userAgent: string;

  @Column('int', { name: 'idle_minutes' })
  idleMinutes: number;

  @Column({ name: 'created_at', type: 'timestamptz', insert: false })
  createdAt: Date;

  @Column({ name: 'last_seen_at', type: 'timestamptz', insert: false })
  lastSeenAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: EndReason | null;
}
