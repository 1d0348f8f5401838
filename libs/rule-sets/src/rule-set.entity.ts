import type { CategoryOverrides } from '@shucu/plugin-sdk';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { type RuleParameters, ruleParametersSchema } from './rule-parameters.js';

/** Overrides by category id. */
export type RuleOverrides = Readonly<Record<string, CategoryOverrides>>;

/** Words of the document by article, e.g. `第十七条`. */
export type Articles = Readonly<Record<string, string>>;

/** What the database knows of the course of a rule set; that one has run out is a matter of dates. */
export type RuleSetState = 'draft' | 'inForce' | 'superseded';

/**
 * One revision of a province's rule document (实施细则). A draft can be edited; once in force its content never changes, a revision
 * follows, and every case keeps the one that it began under.
 */
@Entity('rule_set')
export class RuleSet {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId: string;

  @PrimaryColumn('uuid')
  id: string;

  /** 发文字号, e.g. 甘工信发〔2024〕128号. */
  @Column('text', { name: 'document_number' })
  documentNumber: string;

  @Column('text')
  title: string;

  @Column('date', { name: 'issued_on' })
  issuedOn: string;

  /** Last day of the validity (第二十条). */
  @Column('date', { name: 'valid_through' })
  validThrough: string;

  @Column('int')
  revision: number;

  /** Complete on every read: a figure that the row does not know takes its default. */
  @Column('jsonb', {
    transformer: {
      from: (stored: unknown) => ruleParametersSchema.parse(stored),
      to: (value: RuleParameters) => value,
    },
  })
  parameters: RuleParameters;

  @Column('jsonb')
  overrides: RuleOverrides;

  @Column('jsonb')
  articles: Articles;

  @Column('text')
  state: RuleSetState;

  /** Raised by every change and step. */
  @Column('int')
  version: number;

  /** First day on which it counted (施行日期); none for a draft. */
  @Column('date', { name: 'in_force_from', nullable: true })
  inForceFrom: string | null;

  /** First day on which it no longer counted. */
  @Column('date', { name: 'superseded_on', nullable: true })
  supersededOn: string | null;

  @Column('uuid', { name: 'superseded_by', nullable: true })
  supersededBy: string | null;

  /** Versions of the category plugins when it came into force, by category id; nothing for one that is older than the pinning. */
  @Column('jsonb')
  plugins: Readonly<Record<string, string>>;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
