import type { TestApplication } from '../factories/proposed-application.factory.js';
import type { TestTenant } from '../factories/tenant.factory.js';
import type { TestPlatform } from '../harness/platform.js';

/** What is expected of one center and its application, and nothing else. */
export interface LifeModel {
  application: 'proposed' | 'onNotice' | 'announced' | 'notPassed' | 'withdrawn';
  notice: 'none' | 'running' | 'ended';
  isContested: boolean;
  center: 'candidate' | 'active' | 'revoked';
  revocation: 'none' | 'opened' | 'statement' | 'heard' | 'revoked' | 'dismissed' | 'reversed';
}

/** The life itself, in a tenant of its own. */
export interface Life {
  readonly platform: TestPlatform;
  readonly tenant: TestTenant;
  readonly application: TestApplication;
  /** Final rows as they were first seen, by table and id. */
  readonly settled: Map<string, string>;
  now: string;
  noticeId: string;
  through: string;
  objectionId: string;
  caseId: string;
  statementDueOn: string;
}

/** How every life begins: proposed for notice. */
export const BEGINNING: Readonly<LifeModel> = {
  ...{ application: 'proposed', notice: 'none', isContested: false, center: 'candidate', revocation: 'none' },
};
