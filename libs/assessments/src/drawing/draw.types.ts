import type { Titles } from '@shucu/workflow';
import type { Employer } from '../group/expert-profile.entity.js';

/** An organization that must have nothing to do with the experts. */
export interface BarredOrganization {
  readonly name: string;
  readonly creditCode: string;
}

/** What is known of somebody when a group is drawn; kept with the draw, so that it can be repeated. */
export interface DrawCandidate {
  readonly id: string;
  readonly active: boolean;
  readonly fields: readonly string[];
  readonly regionId: string | null;
  readonly employers: readonly Employer[];
  /** Open dossiers, and how many there may be. */
  readonly workload: number;
  readonly limit: number;
  /** Is or was in the group of this assessment. */
  readonly inGroup: boolean;
  /** Declared a conflict about the lead of this center before. */
  readonly declaredConflict: boolean;
}

/** What a draw has to observe. */
export interface DrawConstraints {
  /** One of them is enough; none: any field will do. */
  readonly fields: readonly string[];
  /** Region of the center, from which nobody is drawn; nothing where that does not matter. */
  readonly regionId: string | null;
  /** The lead and the members of the consortium. */
  readonly organizations: readonly BarredOrganization[];
}

/** Why somebody was not to be drawn; the first that applies, in this order. */
export const EXCLUSIONS = [
  'inactive',
  'inGroup',
  'employer',
  'earlierWork',
  'declaredConflict',
  'region',
  'field',
  'workload',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** How the constraints are told to people. */
export const EXCLUSION_TITLES: Readonly<Record<Exclusion, Titles>> = {
  inactive: { 'zh-CN': '已停用', en: 'inactive' },
  inGroup: { 'zh-CN': '已在或曾在本评估组', en: 'in this group, or was' },
  employer: { 'zh-CN': '任职于申报单位或成员单位', en: 'employed by an organization behind the center' },
  earlierWork: { 'zh-CN': '曾任职于申报单位或成员单位', en: 'worked for an organization behind the center' },
  declaredConflict: { 'zh-CN': '曾申报利益冲突', en: 'declared a conflict before' },
  region: { 'zh-CN': '与申报单位同一地区', en: 'of the same region' },
  field: { 'zh-CN': '领域不符', en: 'of another field' },
  workload: { 'zh-CN': '在评任务已满', en: 'busy' },
};

/** What a draw came to. */
export interface DrawOutcome {
  /** In the order in which they were drawn; fewer than asked for where there were not enough. */
  readonly drawn: readonly string[];
  readonly exclusions: readonly { readonly id: string; readonly reason: Exclusion }[];
  /** Those who could have been drawn, and those who were. */
  readonly eligible: number;
}
