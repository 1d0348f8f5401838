import { Injectable } from '@nestjs/common';
import { arithmeticOf, yearPeriod } from '@shucu/calendar';
import { AppError, type IsoDate } from '@shucu/kernel';
import type { Organization } from '@shucu/organizations';
import { TenantContext } from '@shucu/tenancy';
import { nameKey, subjectCode } from './organization-name.js';

/** By what an applicant was found to be the one that is banned. */
type Match = 'same' | 'code' | 'name';

/** A ban that meets an applicant (第十七条). */
export interface Ban {
  readonly match: Match;
  readonly organization: string;
  readonly creditCode: string;
  readonly through: IsoDate;
  /** How the last day was reckoned, by language. */
  readonly arithmetic: Readonly<Record<'zh-CN' | 'en', string>>;
}

interface BannedRow {
  readonly id: string;
  readonly creditCode: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly through: IsoDate;
  readonly exitOn: IsoDate | null;
  readonly years: number | null;
}

const MATCHES: Readonly<Record<Match, { zh: string; en: string }>> = {
  same: { zh: '即为该单位', en: 'it is this organization' },
  code: { zh: '与其统一社会信用代码的主体标识码相同', en: 'the subject part of the credit code is the same' },
  name: { zh: '与其名称（含曾用名）仅写法不同', en: 'the name, a present or a former one, differs in spelling only' },
};

/** An organization's names, the present and all earlier ones. */
const NAMES = `array(SELECT organization.name UNION SELECT history.value FROM organization_history history
  WHERE history.tenant_id = organization.tenant_id AND history.organization_id = organization.id
    AND history.field = 'name' AND history.value IS NOT NULL)`;

/** Who may not apply as a lead, as it lost its qualification, and until when (第十七条). */
@Injectable()
export class BansService {
  /** The ban that meets the organization today: by credit code, by its subject part, or by a name that only looks different. */
  async find(organization: Organization): Promise<Ban | null> {
    const banned = await selectBanned();
    if (banned.length === 0) return null;
    const keys = (await namesOf(organization.id)).map(nameKey);
    const matches: [Match, (row: BannedRow) => boolean][] = [
      ['same', ({ id }) => id === organization.id],
      ['code', ({ creditCode }) => subjectCode(creditCode) === subjectCode(organization.creditCode)],
      ['name', ({ names }) => names.some((name) => keys.includes(nameKey(name)))],
    ];
    for (const [match, holds] of matches) {
      const row = banned.find(holds);
      if (row) return banOf(row, match);
    }
    return null;
  }

  /** Throws `application.leadBanned`, which says until when and how that was reckoned. */
  async refuse(organization: Organization): Promise<void> {
    const ban = await this.find(organization);
    if (ban) throw bannedError(ban);
  }
}

/** The refusal that a ban is, with its arithmetic. */
export function bannedError({ organization, creditCode, through, match, arithmetic }: Ban): AppError {
  return new AppError('application.leadBanned', {
    ...{ organization, creditCode, through, match: MATCHES[match].zh, matchEn: MATCHES[match].en },
    ...{ arithmetic: arithmetic['zh-CN'], arithmeticEn: arithmetic.en },
  });
}

/** The bans of today, the longest first, each with the revocation that it comes from where that is on record. */
function selectBanned(): Promise<BannedRow[]> {
  const { manager, tenantId } = TenantContext;
  return manager.query<BannedRow[]>(
    `SELECT organization.id, organization.credit_code AS "creditCode", organization.name, ${NAMES} AS names,
       organization.banned_through::text AS through, revoked.exit_on::text AS "exitOn", revoked.years
     FROM organization
     LEFT JOIN LATERAL (
       SELECT revocation.exit_on, coalesce((rules.parameters ->> 'banYears')::int, 2) AS years
       FROM revocation_case revocation
       JOIN center ON center.tenant_id = revocation.tenant_id AND center.id = revocation.center_id
       JOIN rule_set rules ON rules.tenant_id = revocation.tenant_id AND rules.id = revocation.rule_set_id
       WHERE revocation.tenant_id = organization.tenant_id AND revocation.ban_through = organization.banned_through
         AND center.lead_organization_id = organization.id AND revocation.exit_on IS NOT NULL
       ORDER BY revocation.id DESC LIMIT 1) revoked ON true
     WHERE organization.tenant_id = $1 AND organization.banned_through >= statutory_today()
     ORDER BY organization.banned_through DESC, organization.id`,
    [tenantId],
  );
}

async function namesOf(id: string): Promise<readonly string[]> {
  const { manager, tenantId } = TenantContext;
  const [row] = await manager.query<{ names: string[] }[]>(
    `SELECT ${NAMES} AS names FROM organization WHERE tenant_id = $1 AND id = $2`,
    [tenantId, id],
  );
  return row?.names ?? [];
}

function banOf({ name, creditCode, through, exitOn, years }: BannedRow, match: Match): Ban {
  const told = exitOn && years ? toldBan(exitOn, years, through) : null;
  const arithmetic = told ?? { 'zh-CN': `禁止申报至 ${through} 止`, en: `the ban lasts through ${through}` };
  return { match, organization: name, creditCode, through, arithmetic };
}

/** The arithmetic of the ban, where it gives the day that was set. */
function toldBan(exitOn: IsoDate, years: number, through: IsoDate): Ban['arithmetic'] | null {
  const period = yearPeriod(exitOn, years, null);
  if (period.end !== through) return null;
  return {
    'zh-CN': arithmeticOf(period, { verb: '禁止申报', act: '退出' }, 'zh-CN'),
    en: arithmeticOf(period, { verb: 'The ban', act: 'exit' }, 'en'),
  };
}
