import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationState } from './application.machine.js';
import type { Dossier } from './dossier/dossier.types.js';

export const ROUTES = ['local', 'direct'] as const;

/** To the bureau of the region (属地原则), or to the province directly: for central and provincial enterprises (第十条). */
export type Route = (typeof ROUTES)[number];

/** Values of measures by the name of the measure, decimal strings. */
export type MeasureValues = Readonly<Record<string, string>>;

/** Yearly figures that the center declares, by the name in the plugin's schema of facts. */
export type DeclaredFacts = Readonly<Record<string, number | boolean>>;

/** One candidate center's entry in a round, with its dossier. (center, year) is what an assessment is about. */
@Entity('application')
export class Application {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'round_id' })
  roundId: string;

  /** Of the round. */
  @Column('int')
  year: number;

  /** The candidate center, active after the announcement. */
  @Column('uuid', { name: 'center_id' })
  centerId: string;

  @Column('uuid', { name: 'lead_organization_id' })
  leadOrganizationId: string;

  /** Of the center. */
  @Column('text')
  name: string;

  /** Id of the category plugin. */
  @Column('text')
  category: string;

  @Column('text', { nullable: true })
  variant: string | null;

  /** GB/T 4754 division of an industry center. */
  @Column('text', { nullable: true })
  industry: string | null;

  /** Of the lead: whose bureau reviews first (第十条). */
  @Column('uuid', { name: 'region_id' })
  regionId: string;

  @Column('text')
  route: Route;

  @Column('text')
  state: ApplicationState;

  /** Counts every change, also of the dossier. */
  @Column('int')
  version: number;

  /** Of the round: under which it began, and stays. */
  @Column('uuid', { name: 'rule_set_id' })
  ruleSetId: string;

  /** Under which it began. */
  @Column('text', { name: 'plugin_version' })
  pluginVersion: string;

  @Column('jsonb')
  dossier: Dossier;

  /** Of the whole content with the members and the evidence: what a sign-off is for. */
  @Column('text', { name: 'dossier_hash' })
  dossierHash: string;

  /** Self-reported values of the category's measures. */
  @Column('jsonb')
  claimed: MeasureValues;

  @Column('jsonb')
  facts: DeclaredFacts;

  /** How often it was submitted; the number of the last submission. */
  @Column('int')
  submissions: number;

  /** Last, by the statutory clock. */
  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false })
  createdAt: Date;
}

/** A consortium member besides the lead (第五条), with its sign-off: one of the present content counts, an older one is void. */
@Entity('application_member')
export class ApplicationMember {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid', { name: 'application_id' })
  applicationId: string;

  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId: string;

  /** Account of the member's operator. */
  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy: string | null;

  @Column({ type: 'timestamptz', name: 'signed_at', nullable: true })
  signedAt: Date | null;

  /** `dossierHash` of what was signed. */
  @Column('text', { name: 'signed_hash', nullable: true })
  signedHash: string | null;
}
