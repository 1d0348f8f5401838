import type { CategoryOverrides } from '@shucu/plugin-sdk';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

/** What a rule document leaves to its province, beyond what the plugins say. */
export const ruleParametersSchema = z.strictObject({
  /** An expert's score that is missing: refuses to finalise, or counts as zero. */
  missingOpinion: z.enum(['refuse', 'zero']).default('refuse'),
  /** Fails in a row that open a revocation case (第十七条第（一）项). */
  consecutiveFails: z.int().min(1).max(5).default(2),
  /** Years without re-application after revocation (第十七条). */
  banYears: z.int().min(1).max(10).default(2),
});

export type RuleParameters = z.infer<typeof ruleParametersSchema>;

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

  @Column('jsonb')
  parameters: RuleParameters;

  @Column('jsonb')
  overrides: RuleOverrides;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
