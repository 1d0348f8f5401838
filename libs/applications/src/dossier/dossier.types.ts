import type { ServiceArea } from '@shucu/plugin-sdk';

/** One step of the schedule of a plan. */
export interface Milestone {
  /** The day by which it is reached. */
  readonly by: string;
  readonly goal: string;
}

/** 建设方案 (第十条): every part may still be missing while it is written. */
export interface ConstructionPlan {
  /** 建设基础 (第七条). */
  readonly foundation?: string;
  /** 功能定位 (第六条). */
  readonly positioning?: string;
  /** What is offered in each service area (第二条). */
  readonly services?: Readonly<Partial<Record<ServiceArea, string>>>;
  /** 建设目标. */
  readonly goals?: string;
  /** 进度安排. */
  readonly schedule?: readonly Milestone[];
  /** 保障措施: how resources keep coming (第五条). */
  readonly guarantees?: string;
}

/** 申报书 (第十条): who applies and who can be asked. */
export interface ApplicationForm {
  readonly legalRepresentative?: string;
  readonly contactName?: string;
  readonly contactPosition?: string;
  readonly contactPhone?: string;
  readonly contactEmail?: string;
  readonly address?: string;
  /** Day on which the lead was founded. */
  readonly foundedOn?: string;
  /** Of the lead, all employees. */
  readonly employees?: number;
  /** 万元 as decimal strings. */
  readonly investment?: string;
  readonly ownFunds?: string;
  readonly summary?: string;
}

/** 联合体 (第五条): who contributes what. */
export interface ConsortiumTerms {
  readonly signedOn?: string;
  readonly division?: string;
}

/** What is written in an application. */
export interface Dossier {
  readonly plan?: ConstructionPlan;
  readonly form?: ApplicationForm;
  readonly consortium?: ConsortiumTerms;
}

/** The sections of a dossier. */
export type DossierSection = keyof Dossier;
