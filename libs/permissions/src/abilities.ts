import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability';
import type { Actor, Role } from './actor.js';

export const ACTIONS = ['read', 'create', 'update', 'verify', 'start', 'finalise', 'publish', 'decide'] as const;
export type Action = (typeof ACTIONS)[number];

export const SUBJECTS = [
  'Organization',
  'Center',
  'ServiceRecord',
  'Resource',
  'YearlyFact',
  'ReferenceFigure',
  'RuleSet',
  'ExpertScore',
  'RatingRun',
  'Rating',
  'RevocationCase',
  'Document',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a rule may depend on: the center behind a row, and whether the row was given out (published). */
export interface SubjectConditions {
  regionId?: string;
  leadOrganizationId?: string;
  released?: boolean;
}

export type Ability = MongoAbility<[Action, Subject]>;
type Grant = (action: Action | Action[], subject: Subject | Subject[], conditions?: SubjectConditions) => void;

const RECORDS: Subject[] = ['ServiceRecord', 'Resource', 'YearlyFact'];
const OUTCOMES: Subject[] = ['Rating', 'Document'];

/** What each role may do; what is not granted here is refused. Conditions go into the query (domain §4). */
const GRANTS: Record<Role, (actor: Actor, grant: Grant) => void> = {
  provinceAdministrator: (_actor, grant) => {
    grant('read', [...SUBJECTS]);
    grant('create', ['RuleSet', 'ReferenceFigure']);
    grant('update', 'ReferenceFigure');
  },
  provinceOfficer: (_actor, grant) => {
    grant('read', [...SUBJECTS]);
    grant(['create', 'update'], ['Organization', 'Center', 'ReferenceFigure']);
    grant('verify', ['ServiceRecord', 'Resource']);
    grant(['start', 'finalise', 'publish'], 'RatingRun');
    grant(['create', 'decide'], 'RevocationCase');
  },
  cityOfficer: ({ regionId }, grant) => {
    if (!regionId) return;
    grant('read', ['Organization', 'Center', ...RECORDS, ...OUTCOMES], { regionId });
    grant('verify', ['ServiceRecord', 'Resource'], { regionId });
    grant('read', ['ReferenceFigure', 'RuleSet']);
  },
  centerOperator: ({ organizationId }, grant) => {
    if (!organizationId) return;
    const own = { leadOrganizationId: organizationId };
    grant('read', ['Center', ...RECORDS], own);
    grant(['create', 'update'], RECORDS, own);
    grant('read', OUTCOMES, { ...own, released: true });
    grant('read', 'RuleSet');
  },
  expert: (_actor, grant) => {
    grant(['read', 'create'], 'ExpertScore');
    grant('read', 'Center');
  },
  auditor: (_actor, grant) => {
    grant('read', [...SUBJECTS]);
  },
};

/** The CASL ability of an actor: deny by default. */
export function abilityOf(actor: Actor): Ability {
  const rules: RawRuleOf<Ability>[] = [];
  GRANTS[actor.role](actor, (action, subject, conditions) => {
    rules.push({ action, subject, ...(conditions && { conditions: { ...conditions } }) });
  });
  return createMongoAbility<Ability>(rules);
}
