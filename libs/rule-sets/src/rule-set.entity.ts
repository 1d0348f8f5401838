import type { CategoryOverrides } from '@shucu/plugin-sdk';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { type RuleParameters, ruleParametersSchema } from './rule-parameters.js';

/** Overrides by category id. */
export type RuleOverrides = Readonly<Record<string, CategoryOverrides>>;

/** One revision of a province's rule document (实施细则). Never changed: a new revision follows. */
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

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
