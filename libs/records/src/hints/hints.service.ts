import { Injectable } from '@nestjs/common';
import { CENTER_COLUMNS, Center, CentersService } from '@shucu/centers';
import { isCreditCode } from '@shucu/organizations';
import { type Actor, scopeRows } from '@shucu/permissions';
import { PluginRegistry } from '@shucu/plugin-host';
import { TenantContext } from '@shucu/tenancy';
import {
  FAR_TIMES,
  figureTitle,
  type HintKind,
  type HintTexts,
  hintTexts,
  NO_CENTER,
  OTHER_CENTER,
  placeText,
  timesOf,
} from './hint-catalogue.js';
import {
  type CitingEnd,
  selectCodes,
  selectFarFigures,
  selectFilesTwice,
  selectRecordsTwice,
} from './hints.repository.js';

/** A row that a hint points to; ids are left out where the reader may not know them. */
export interface HintSubject {
  readonly kind: string;
  readonly id: string | null;
  readonly centerId: string | null;
  readonly place: string | null;
}

/** Something that a person should look at. It decides nothing. */
export interface Hint {
  readonly kind: HintKind;
  readonly texts: HintTexts;
  /** The row of the center itself. */
  readonly subject: HintSubject;
  /** The row of somebody else, or of another year or indicator, that it stands against. */
  readonly against: HintSubject | null;
}

/** Which centers may be named, and how they are called. */
type Names = ReadonlyMap<string, string>;

/** Hints for officers: what in a center's year does not fit with others or with its own past. */
@Injectable()
export class HintsService {
  constructor(
    private readonly centers: CentersService,
    private readonly plugins: PluginRegistry,
  ) {}

  /** The hints about a center that the actor may see; other centers are named only where they are within the actor's scope. */
  async list(actor: Actor, centerId: string, year: number): Promise<Hint[]> {
    const center = await this.centers.reachable(actor, centerId, 'read', 'Hint');
    return this.collect(center, year, await namesOf(actor));
  }

  /** All hints about a center's year, every center by its name: for officers of the province. Asks for no permission. */
  async of(centerId: string, year: number): Promise<Hint[]> {
    const { manager, tenantId } = TenantContext;
    return this.collect(await manager.findOneByOrFail(Center, { tenantId, id: centerId }), year, await namesOf(null));
  }

  private async collect(center: Center, year: number, names: Names): Promise<Hint[]> {
    return [
      ...(await filesTwice(center.id, year, names)),
      ...(await recordsTwice(center.id, year, names)),
      ...(await impossibleCodes(center.id, year)),
      ...(await this.farFigures(center, year)),
    ];
  }

  private async farFigures({ id: centerId, category }: Center, year: number): Promise<Hint[]> {
    const { shape } = this.plugins.get(category).facts;
    return (await selectFarFigures(centerId, year)).map(({ name, value, mean, count }) => {
      const declared = Object.hasOwn(shape, name) ? shape[name]?.meta()?.title : undefined;
      const numbers = { year: String(year), value, mean, count: String(count), limit: String(FAR_TIMES) };
      const figure = figureTitle(name, declared);
      return {
        kind: 'figureFarFromPast',
        texts: hintTexts('figureFarFromPast', { ...numbers, figure, times: timesOf(value, mean) }),
        subject: { kind: 'yearlyFigure', id: centerId, centerId, place: name },
        against: null,
      };
    });
  }
}

async function filesTwice(centerId: string, year: number, names: Names): Promise<Hint[]> {
  return (await selectFilesTwice(centerId, year)).map(({ file, sha256, here, there }) => ({
    kind: 'fileCitedTwice',
    texts: hintTexts('fileCitedTwice', {
      file,
      hash: sha256.slice(0, 8),
      here: placeText(nameOf(here.centerId, names), here),
      there: placeText(nameOf(there.centerId, names), there),
    }),
    subject: subjectOf(here, names),
    against: subjectOf(there, names),
  }));
}

async function recordsTwice(centerId: string, year: number, names: Names): Promise<Hint[]> {
  const rows = await selectRecordsTwice(centerId, year);
  return rows.map(({ id, title, enterprise, servedOn, otherId, otherCenterId }) => {
    const there = nameOf(otherCenterId, names);
    return {
      kind: 'recordClaimedTwice',
      texts: hintTexts('recordClaimedTwice', { date: servedOn, enterprise, title, there }),
      subject: { kind: 'serviceRecord', id, centerId, place: null },
      against: subjectOf({ kind: 'serviceRecord', id: otherId, centerId: otherCenterId }, names),
    };
  });
}

async function impossibleCodes(centerId: string, year: number): Promise<Hint[]> {
  const rows = (await selectCodes(centerId, year)).filter(({ code }) => !isCreditCode(code));
  return rows.map(({ kind, id, title, code }) => ({
    kind: 'impossibleCode',
    texts: hintTexts('impossibleCode', { title, code }),
    subject: { kind, id, centerId, place: 'enterprise' },
    against: null,
  }));
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

function nameOf(centerId: string | null, names: Names): string | HintTexts {
  if (centerId === null) return NO_CENTER;
  return names.get(centerId) ?? OTHER_CENTER;
}

function subjectOf(
  { kind, id, centerId, place }: Pick<CitingEnd, 'kind' | 'id' | 'centerId'> & Partial<Pick<CitingEnd, 'place'>>,
  names: Names,
): HintSubject {
  const isKnown = centerId !== null && names.has(centerId);
  return { kind, id: isKnown ? id : null, centerId: isKnown ? centerId : null, place: place ?? null };
}
