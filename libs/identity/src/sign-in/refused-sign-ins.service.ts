import { Injectable } from '@nestjs/common';
import { AuditService } from '@shucu/audit';
import { StrangerRefusals } from '../access/stranger-refusals.js';
import type { Candidate } from './candidate.repository.js';

/** What of a refused try to sign in is written down. */
export interface RefusedSignIn {
  readonly tenantCode: string;
  readonly login: string;
  readonly address: string;
}

/** Of an unknown login this much is kept: people type passwords there, and the log forgets nothing. */
const SHOWN_CHARACTERS = 2;

/** Keeps refused sign-ins in the audit log, in the open transaction. */
@Injectable()
export class RefusedSignIns {
  constructor(
    private readonly audit: AuditService,
    private readonly strangers: StrangerRefusals,
  ) {}

  /** The account that was meant is the subject, whether or not the caller has anything to do with it. */
  async note(
    { tenantCode, login, address }: RefusedSignIn,
    candidate: Candidate | null,
    reason: 'refused' | 'throttled',
  ): Promise<void> {
    const further = await this.strangers.count(
      reason === 'refused' ? 'signIn' : 'throttledSignIn',
      tenantCode,
      address,
    );
    if (!further) return;
    await this.audit.note({
      action: 'session.signIn',
      subject: 'account',
      subjectId: candidate?.accountId ?? null,
      result: 'refused',
      details: { login: candidate ? login : `${[...login].slice(0, SHOWN_CHARACTERS).join('')}…`, reason, ...further },
    });
  }
}
