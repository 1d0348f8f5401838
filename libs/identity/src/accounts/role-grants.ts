import type { FieldFault } from '@shucu/kernel';
import type { Duty, Role, RoleGrant } from '@shucu/permissions';

type Part = 'regionId' | 'organizationId' | 'duties';

interface Circumstances {
  /** In the platform's own tenant there are its operators alone. */
  readonly isPlatform: boolean;
  /** 等保三级: nobody administers both the system and its security. */
  readonly separateAdministrators: boolean;
}

/** What a role is granted with; anything else must be absent. */
const NEEDED: Readonly<Record<Role, readonly Part[]>> = {
  provinceAdministrator: ['duties'],
  provinceOfficer: [],
  cityOfficer: ['regionId'],
  centerOperator: ['organizationId'],
  expert: [],
  auditor: [],
  platformOperator: [],
};

const POSSIBLE: Readonly<Partial<Record<Role, readonly Part[]>>> = {
  expert: ['organizationId'],
  centerOperator: ['duties'],
};

/** Which duties a role can have. */
const DUTIES_OF: Readonly<Partial<Record<Role, readonly Duty[]>>> = {
  provinceAdministrator: ['system', 'security'],
  centerOperator: ['submission'],
};

const NAMES: Readonly<Record<Part, { zh: string; en: string }>> = {
  regionId: { zh: '所属市州', en: 'a region' },
  organizationId: { zh: '所属单位', en: 'an organization' },
  duties: { zh: '管理职责', en: 'duties' },
};

/** Everything that keeps one person from holding these roles together, each fault at its field; empty where nothing does. */
export function grantFaults(grants: readonly RoleGrant[], circumstances: Circumstances): FieldFault[] {
  return [
    ...grants.flatMap((grant, index) => partFaults(grant, `roles.${index}`)),
    ...grants.flatMap((grant, index) => dutyFaults(grant, `roles.${index}`)),
    ...grants.flatMap((grant, index) => tenantFaults(grant, `roles.${index}`, circumstances)),
    ...duplicateFaults(grants),
    ...separationFaults(grants, circumstances),
  ];
}

function partFaults(grant: RoleGrant, at: string): FieldFault[] {
  return (Object.keys(NAMES) as Part[]).flatMap((part): FieldFault[] => {
    const isThere = part === 'duties' ? grant.duties.length > 0 : grant[part] !== null;
    const { zh, en } = NAMES[part];
    const field = `${at}.${part}`;
    if (NEEDED[grant.role].includes(part)) {
      return isThere ? [] : [{ field, rule: 'required', message: `此角色须填写${zh}`, en: `The role needs ${en}` }];
    }
    if (!isThere || POSSIBLE[grant.role]?.includes(part)) return [];
    return [{ field, rule: 'absent', message: `此角色不设${zh}，请勿填写`, en: `The role has no such thing as ${en}` }];
  });
}

function dutyFaults({ role, duties }: RoleGrant, at: string): FieldFault[] {
  const possible = DUTIES_OF[role];
  if (!possible || duties.every((duty) => possible.includes(duty))) return [];
  const message = `此角色的职责只能是：${possible.join('、')}`;
  return [{ field: `${at}.duties`, rule: 'oneOf', message, en: `The duties of the role are ${possible.join(', ')}` }];
}

function tenantFaults({ role }: RoleGrant, at: string, { isPlatform }: Circumstances): FieldFault[] {
  if ((role === 'platformOperator') === isPlatform) return [];
  const message = isPlatform ? '平台运营方只设平台运营员' : '平台运营员不属于任何省份';
  const en = isPlatform ? 'The platform has operators alone' : 'Platform operators belong to no province';
  return [{ field: `${at}.role`, rule: 'tenant', message, en }];
}

/** What of a grant tells it from the others of a person; duties are of the role and not roles of their own. */
export function placeOf({ role, regionId, organizationId }: RoleGrant): string {
  return [role, regionId, organizationId].join();
}

function duplicateFaults(grants: readonly RoleGrant[]): FieldFault[] {
  const places = grants.map(placeOf);
  return places.flatMap((place, index): FieldFault[] =>
    places.indexOf(place) === index
      ? []
      : [{ field: `roles.${index}`, rule: 'duplicate', message: '同一角色重复授予', en: 'The same role twice' }],
  );
}

function separationFaults(grants: readonly RoleGrant[], { separateAdministrators }: Circumstances): FieldFault[] {
  const faults: FieldFault[] = [];
  if (grants.length > 1 && grants.some(({ role }) => role === 'auditor')) {
    const message = '审计员不得兼任其他角色（等保三级：系统、安全与审计管理分离）';
    faults.push({ field: 'roles', rule: 'auditApart', message, en: 'Who audits holds no other role' });
  }
  const duties = new Set(grants.flatMap((grant) => grant.duties));
  if (separateAdministrators && duties.has('system') && duties.has('security')) {
    const message = '系统管理与安全管理不得由同一人承担（本租户的安全策略）';
    const en = 'Nobody administers both the system and its security (security policy of this tenant)';
    faults.push({ field: 'roles', rule: 'dutiesApart', message, en });
  }
  return faults;
}
