import { Injectable } from '@nestjs/common';
import { AppError, canonicalJson, sha256 } from '@shucu/kernel';
import { type Actor, conditionsOf } from '@shucu/permissions';
import { TenantContext } from '@shucu/tenancy';
import { Assessment } from '../assessment.entity.js';
import { draw } from './draw.js';
import { ExpertDraw } from './expert-draw.entity.js';

/** A draw with what comes of it when it is made again from what was recorded. */
export interface VerifiedDraw {
  readonly draw: ExpertDraw;
  /** The candidates are those whose hash was recorded. */
  readonly candidatesMatch: boolean;
  /** The seed is the one that was fixed when the assessment was opened. */
  readonly seedMatches: boolean;
  /** Whoever was drawn, and whoever was left out and why, come out again. */
  readonly drawnMatches: boolean;
}

/** Lets an auditor make every draw again. */
@Injectable()
export class DrawVerificationService {
  /** All draws of an assessment, in order, made again. Throws `resource.notFound`. */
  async verify(actor: Actor, assessmentId: string): Promise<VerifiedDraw[]> {
    conditionsOf(actor, 'read', 'ExpertDraw');
    const { manager, tenantId } = TenantContext;
    const assessment = await manager.findOneBy(Assessment, { tenantId, id: assessmentId });
    if (!assessment) throw new AppError('resource.notFound');
    const draws = await manager.find(ExpertDraw, { where: { tenantId, assessmentId }, order: { number: 'ASC' } });
    return draws.map((made) => {
      const again = draw(made.candidates, made.constraints, made.seed, made.size);
      return {
        draw: made,
        candidatesMatch: sha256(canonicalJson(made.candidates)) === made.candidatesHash,
        seedMatches: made.seed === assessment.seed,
        drawnMatches: canonicalJson([again.drawn, again.exclusions]) === canonicalJson([made.drawn, made.exclusions]),
      };
    });
  }
}
