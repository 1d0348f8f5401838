import { Injectable } from '@nestjs/common';
import { Center, CentersService, centerPart } from '@shucu/centers';
import { type ApplicationFormData, DocumentsService, documentSeries, type SelfEvaluationData } from '@shucu/documents';
import { EvidenceService } from '@shucu/evidence';
import { statutoryDateOf } from '@shucu/kernel';
import { OrganizationsService } from '@shucu/organizations';
import type { Actor } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { RuleSetsService } from '@shucu/rule-sets';
import { currentTenant, TenantContext } from '@shucu/tenancy';
import type { Application } from '../application.entity.js';
import { type Attainment, AttainmentService } from '../check/attainment.service.js';
import { APPLICATION_SUBJECT } from '../dossier/application-contents.service.js';
import { evidencePlaces } from '../dossier/evidence-places.js';
import { Round } from '../rounds/round.entity.js';
import type { ApplicationSubmission } from '../submission/application-submission.entity.js';
import { type EvidenceList, evidenceList } from './evidence-rows.js';
import { formSections } from './form-sections.js';
import { SignOffPartsService } from './sign-off-parts.service.js';
import { evaluationItems, measureRows } from './stated-figures.js';

type Cover = Pick<
  ApplicationFormData,
  'departmentName' | 'year' | 'ruleDocument' | 'generatedOn' | 'center' | 'evidence'
>;

interface SubmittedFrame {
  readonly cover: Cover;
  readonly list: EvidenceList;
  readonly attainment: Attainment | null;
}

/** Issues what a submission puts on paper: the application form (申报书) and the self-evaluation (自评报告). */
@Injectable()
export class SubmissionDocumentsService {
  constructor(
    private readonly centers: CentersService,
    private readonly organizations: OrganizationsService,
    private readonly plugins: PluginRegistry,
    private readonly rules: RuleSetsService,
    private readonly evidence: EvidenceService,
    private readonly attainment: AttainmentService,
    private readonly signOffs: SignOffPartsService,
    private readonly documents: DocumentsService,
  ) {}

  /** Issues both for a submission, in its transaction; no self-evaluation where the category's plugin could not score what is stated. */
  async issue(actor: Actor, application: Application, submission: ApplicationSubmission): Promise<void> {
    const tenant = await currentTenant();
    const frame = await this.frame(application, submission);
    const form = await this.formData(actor, application, submission, frame);
    const order = {
      ...{ subjectId: application.id, subjectVersion: submission.number, centerId: application.centerId },
      ...{ category: application.category, released: true },
    };
    const issuer = { tenant, day: frame.cover.generatedOn };
    await this.documents.issue(documentSeries('applicationForm', issuer), [
      {
        ...order,
        kind: 'applicationForm',
        title: `${application.name}申报书`,
        data: (number) => ({ ...form, number }),
      },
    ]);
    const { attainment, cover, list } = frame;
    if (!attainment) return;
    await this.documents.issue(documentSeries('selfEvaluation', issuer), [
      {
        ...{ ...order, kind: 'selfEvaluation', title: `${application.name}自评报告` },
        data: (number) => selfEvaluation(cover, number, attainment, list),
      },
    ]);
  }

  private async frame(application: Application, { submittedAt }: ApplicationSubmission): Promise<SubmittedFrame> {
    const { manager, tenantId } = TenantContext;
    const plugin = this.plugins.get(application.category);
    const center = await manager.findOneByOrFail(Center, { tenantId, id: application.centerId });
    const rules = await this.rules.get(application.ruleSetId);
    const files = await this.evidence.of(APPLICATION_SUBJECT, [application.id]);
    const list = evidenceList(files, evidencePlaces(plugin, application.variant));
    const scored = await this.attainment.of(application);
    const region = await this.organizations.region(application.regionId);
    return {
      list,
      attainment: scored.ok ? scored.attainment : null,
      cover: {
        departmentName: (await currentTenant()).department,
        year: application.year,
        ruleDocument: { title: rules.title, number: rules.documentNumber, shortTitle: '实施细则' },
        generatedOn: statutoryDateOf(submittedAt),
        center: centerPart(await this.centers.withOrganizations(center), plugin, region),
        evidence: list.rows,
      },
    };
  }

  private async formData(
    actor: Actor,
    application: Application,
    { number, submittedAt }: ApplicationSubmission,
    { cover, list, attainment }: SubmittedFrame,
  ): Promise<Omit<ApplicationFormData, 'number'>> {
    const { manager, tenantId } = TenantContext;
    const round = await manager.findOneByOrFail(Round, { tenantId, id: application.roundId });
    const isDirect = application.route === 'direct';
    const submittedOn = statutoryDateOf(submittedAt);
    return {
      ...cover,
      ...{ round: round.title, submission: number, submittedOn, submittedBy: actor.displayName, isDirect },
      addressee: isDirect ? cover.departmentName : (await this.organizations.region(application.regionId)).bureau,
      contact: contactOf(application),
      sections: formSections(application.dossier),
      measures: attainment ? measureRows(attainment, list) : [],
      signOffs: await this.signOffs.of(application, { by: actor.displayName, on: submittedOn }),
    };
  }
}

function contactOf({ dossier: { form = {} } }: Application): ApplicationFormData['contact'] {
  const { contactName, contactPhone, contactEmail, address } = form;
  if (!contactName || !contactPhone) return null;
  return { name: contactName, phone: contactPhone, email: contactEmail ?? null, address: address ?? null };
}

function selfEvaluation(cover: Cover, number: string, attainment: Attainment, list: EvidenceList): SelfEvaluationData {
  const { total, computableWeight } = attainment;
  const remarks = ['本报告仅依据申报单位自报数据计算定量指标得分，定性指标由评估组专家评分。'];
  return { ...cover, number, total, computableWeight, items: evaluationItems(attainment, list), remarks };
}
