import { FIELDS } from '@shucu/plugin-sdk';
import type { Random } from '../basis/random.js';
import { type Institution, institutionsOf } from '../content/institutions.js';
import { resourceTitle } from '../content/resource-titles.js';
import type { Enterprise } from '../enterprises/enterprise-pool.js';
import type { Supplier } from '../enterprises/supplier-pool.js';
import { personName } from '../names/person-names.js';
import type { StockNorm } from '../norms/norms.types.js';
import { type CenterSite, industryOf } from './center-site.js';
import { linkOf } from './links.js';
import type { SubjectDraft } from './subject-row.js';

/** A thing that a center holds, before it has its dates. */
export type ResourceDraft = Omit<SubjectDraft, 'date'> & { readonly partnerKind: string | null };

const FIELD_IDS = Object.keys(FIELDS);
const PROFESSIONS = [
  '正高级工程师，工业自动化',
  '教授，智能制造',
  '高级工程师，工业软件',
  '研究员，数据科学',
  '高级技师，数控技术',
];
const LINKED_KINDS = ['model', 'algorithm', 'tool', 'dataset', 'scenario', 'solution'];

/** Draws the things that one center holds: no company, institution or title twice. */
export class ResourceSource {
  private readonly titles = new Set<string>();
  private readonly suppliers: Supplier[];
  private readonly companies: Enterprise[];
  private readonly institutions = new Map<string, Institution[]>();

  constructor(
    private readonly site: CenterSite,
    private readonly random: Random,
    /** Number of technical fields in which the center has products. */
    private readonly productFields: number,
  ) {
    const { industry, region } = site.definition;
    this.suppliers = random.shuffled(site.suppliers);
    this.companies = random.shuffled(
      site.enterprises.filter((one) => one.sme && (industry ? one.industry === industry : one.region === region)),
    );
  }

  /** The next thing of a kind, or null when all of its companies or institutions are taken. */
  next({ kind, partnerKind }: StockNorm): ResourceDraft | null {
    if (kind === 'supplier' || partnerKind === 'supplySideEnterprise') return this.supplier(kind, partnerKind ?? null);
    if (partnerKind === 'demandSideEnterprise') return this.company(kind, partnerKind);
    if (partnerKind !== undefined) return this.institution(kind, partnerKind);
    return kind === 'expert' ? this.expert() : this.thing(kind);
  }

  private supplier(kind: string, partnerKind: string | null): ResourceDraft | null {
    const found = this.suppliers.pop();
    if (!found) return null;
    return {
      ...this.blank(kind),
      partnerKind,
      title: `${found.name}（${found.supply}）`,
      region: found.recordedAs,
      industry: 'I65',
      enterprise: found.creditCode,
      enterpriseName: found.name,
      sme: found.sme,
    };
  }

  private company(kind: string, partnerKind: string): ResourceDraft | null {
    const found = this.companies.pop();
    if (!found) return null;
    return {
      ...this.blank(kind),
      partnerKind,
      title: `${found.name}（应用场景开放与试点合作）`,
      region: found.recordedAs,
      industry: found.industry,
      enterprise: found.creditCode,
      enterpriseName: found.name,
      sme: found.sme,
      aboveScale: found.aboveScale,
    };
  }

  private institution(kind: string, partnerKind: string): ResourceDraft | null {
    const left =
      this.institutions.get(partnerKind) ?? this.random.shuffled(institutionsOf(this.site.province, partnerKind));
    this.institutions.set(partnerKind, left);
    const found = left.pop();
    if (!found) return null;
    const { name, creditCode } = found;
    return { ...this.blank(kind), partnerKind, title: name, enterprise: creditCode, enterpriseName: name };
  }

  private expert(): ResourceDraft {
    return { ...this.blank('expert'), title: `${personName(this.random)}（${this.random.pick(PROFESSIONS)}）` };
  }

  private thing(kind: string): ResourceDraft {
    const industry = industryOf(this.site, this.random);
    const forSmes = this.site.norms.smesOnly || this.random.chance(0.5);
    const title = resourceTitle(this.random, kind, industry, this.titles);
    return {
      ...this.blank(kind),
      title,
      industry,
      link: LINKED_KINDS.includes(kind) ? linkOf(this.random, title) : null,
      field: kind === 'product' ? this.productField() : this.site.definition.field,
      sme: kind === 'solution' && forSmes,
    };
  }

  private productField(): string {
    const start = FIELD_IDS.indexOf(this.site.definition.field);
    const step = this.random.integer(0, this.productFields - 1);
    return FIELD_IDS[(start + step) % FIELD_IDS.length] ?? this.site.definition.field;
  }

  private blank(kind: string): ResourceDraft {
    return {
      word: kind,
      partnerKind: null,
      title: '',
      region: this.site.home.recordedAs,
      industry: this.site.definition.industry,
      link: null,
      field: null,
      enterprise: null,
      enterpriseName: null,
      sme: false,
      aboveScale: false,
      discounted: false,
    };
  }
}
