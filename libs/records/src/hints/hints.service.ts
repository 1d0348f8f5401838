import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, Center, CentersService } from '@shucu/centers';
import { EvidenceService } from '@shucu/evidence';
import { isCreditCode } from '@shucu/organizations';
import { type Actor, scopeRows } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import { codeHint, figureHint, fileHint, type Hint, type Names, recordHint } from './hint.js';
import { RECORD_KINDS } from './hint-catalogue.js';
import {
  type CitingEnd,
  selectCodes,
  selectFarFigures,
  selectFilesTwice,
  selectRecordsTwice,
} from './hints.repository.js';

/** Hints for officers: what in a center's year does not fit with others or with its own past. */
@Injectable()
export class HintsService {
  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
    private readonly evidence: EvidenceService,
  ) {}

  /** The hints about a center that the actor may see; other centers are named only where they are within the actor's scope. */
  async list(actor: Actor, centerId: string, year: number): Promise<Hint[]> {
    const center = await this.centers.reachable(actor, centerId, 'read', 'Hint');
    const names = await namesOf(actor);
    return [...(await this.filesTwice(actor, centerId, year, names)), ...(await this.others(center, year, names))];
  }

  /** All hints about a center's year, every center by its name: for officers of the province. Asks for no permission. */
  async of(centerId: string, year: number): Promise<Hint[]> {
    const { manager, tenantId } = TenantContext;
    const center = await manager.findOneByOrFail(Center, { tenantId, id: centerId });
    const names = await namesOf(null);
    const files = await selectFilesTwice(centerId, year);
    return [...files.map((twice) => fileHint(twice, true, names)), ...(await this.others(center, year, names))];
  }

  private async others({ id, category }: Center, year: number, names: Names): Promise<Hint[]> {
    const { shape } = this.plugins.get(category).facts;
    const titleOf = (name: string) => (Object.hasOwn(shape, name) ? shape[name]?.meta()?.title : undefined);
    const codes = (await selectCodes(id, year)).filter(({ code }) => !isCreditCode(code));
    return [
      ...(await selectRecordsTwice(id, year)).map((row) => recordHint(row, id, names)),
      ...codes.map((row) => codeHint(row, id)),
      ...(await selectFarFigures(id, year)).map((figure) =>
        figureHint(figure, { centerId: id, year, title: titleOf(figure.name) }),
      ),
    ];
  }

  /** A draft of the center itself is not told of, and one of somebody else only as other papers. */
  private async filesTwice(actor: Actor, centerId: string, year: number, names: Names): Promise<Hint[]> {
    const hints: Hint[] = [];
    for (const twice of await selectFilesTwice(centerId, year)) {
      if (!(await this.mayKnow(actor, twice.here, names))) continue;
      hints.push(fileHint(twice, await this.mayKnow(actor, twice.there, names), names));
    }
    return hints;
  }

  private async mayKnow(actor: Actor, { kind, id, centerId }: CitingEnd, names: Names): Promise<boolean> {
    if (centerId && !names.has(centerId)) return false;
    return RECORD_KINDS.includes(kind) || (await this.evidence.mayReadSubject(actor, kind, id));
  }
}

/** The centers within the actor's scope, all for nobody in particular. */
async function namesOf(actor: Actor | null): Promise<Names> {
  const { manager, tenantId } = TenantContext;
  const query = manager
    .createQueryBuilder(Center, 'center')
    .select(['center.tenantId', 'center.id', 'center.name'])
    .where('center.tenant_id = :tenantId', { tenantId });
  if (actor) scopeRows(query, CENTER_COLUMNS, actor, 'read', 'Hint');
  return new Map((await query.getMany()).map(({ id, name }) => [id, name]));
}
