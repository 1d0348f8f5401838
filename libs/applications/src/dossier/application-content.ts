import { canonicalJson, sha256 } from '@shucu/kernel';
import type { Application, DeclaredFacts, MeasureValues, Route } from '../application.entity.js';
import type { Dossier } from './dossier.types.js';

/** A file that is cited somewhere in an application. */
export interface CitedEvidence {
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string;
}

/** Everything that an application says, as it is signed, frozen and compared. */
export interface ApplicationContent {
  readonly name: string;
  readonly category: string;
  readonly variant: string | null;
  readonly industry: string | null;
  readonly route: Route;
  readonly dossier: Dossier;
  readonly claimed: MeasureValues;
  readonly facts: DeclaredFacts;
  /** Ids of the members' organizations, sorted. */
  readonly memberIds: readonly string[];
  /** By the place where it is cited, e.g. `agreement` or `indicator:environment`; sorted by hash. */
  readonly evidence: Readonly<Record<string, readonly CitedEvidence[]>>;
}

/** The content of an application with its members and its evidence. */
export function contentOf(
  { name, category, variant, industry, route, dossier, claimed, facts }: Application,
  memberIds: readonly string[],
  evidence: ApplicationContent['evidence'],
): ApplicationContent {
  return {
    ...{ name, category, variant, industry, route, dossier, claimed, facts },
    memberIds: [...memberIds].sort(),
    evidence,
  };
}

/** SHA-256 of the canonical JSON: equal exactly for equal contents. */
export function hashOf(content: ApplicationContent): string {
  return sha256(canonicalJson(content));
}
