import type { Random } from '../basis/random.js';
import { serviceDate } from '../basis/working-days.js';
import { type EventPlace, eventTitle } from '../content/event-titles.js';
import { universitiesOf } from '../content/institutions.js';
import type { YearQuality } from '../provinces/province.types.js';
import { type CenterSite, industryOf } from './center-site.js';
import type { ServiceDraft } from './client-services.js';
import { levelOf, quantityOf } from './levels.js';

/** How many people an event of a type reaches, from and to. */
const AUDIENCES: Readonly<Record<string, readonly [number, number]>> = {
  matchmaking: [60, 180],
  forum: [90, 320],
  competition: [80, 260],
  publicity: [50, 160],
  talentEvent: [60, 220],
  industryEducation: [30, 90],
  openTopic: [4, 14],
  decisionSupport: [0, 0],
};
/** A training session's participants, from and to. */
const SESSION = [26, 58] as const;

/** Events and training sessions of a year, in order of their dates within a type. */
export function eventServices(site: CenterSite, random: Random, year: number, quality: YearQuality): ServiceDraft[] {
  const events = site.norms.events.flatMap(({ type, count, area }) => {
    const number = quantityOf(random, count, levelOf(quality, area));
    return datesOf(random, year, number).map((date, index) =>
      draftOf(site, random, { type, date, number: index + 1, headcount: random.integer(...audienceOf(type)) }),
    );
  });
  return [...events, ...trainingSessions(site, random, year, quality)];
}

function trainingSessions(site: CenterSite, random: Random, year: number, quality: YearQuality): ServiceDraft[] {
  const sizes: number[] = [];
  let rest = quantityOf(random, site.norms.trainees * site.province.scale, levelOf(quality, 'training'));
  while (rest > 0) {
    const full = random.integer(...SESSION);
    const size = rest - full < SESSION[0] ? rest : full;
    sizes.push(size);
    rest -= size;
  }
  return datesOf(random, year, sizes.length).map((date, index) =>
    draftOf(site, random, { type: 'training', date, number: index + 1, headcount: sizes[index] ?? 0 }),
  );
}

interface EventFacts {
  readonly type: string;
  readonly date: string;
  readonly number: number;
  readonly headcount: number;
}

function draftOf(site: CenterSite, random: Random, { type, date, number, headcount }: EventFacts): ServiceDraft {
  const { province, home, definition } = site;
  const industry = industryOf(site, random);
  const place: EventPlace = {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    number,
    province: province.shortName,
    city: home.shortName,
    industry,
    partner: random.pick(universitiesOf(province)),
  };
  return {
    date,
    word: type,
    title: eventTitle(random, type, place),
    region: home.recordedAs,
    industry,
    link: null,
    field: definition.field,
    enterprise: null,
    enterpriseName: null,
    sme: false,
    aboveScale: false,
    discounted: type === 'training' && random.chance(0.7),
    headcount,
    amount: type === 'openTopic' ? `${random.integer(5, 60)}0000.00` : '0.00',
  };
}

function datesOf(random: Random, year: number, count: number): string[] {
  return Array.from({ length: count }, () => serviceDate(random, year)).sort();
}

function audienceOf(type: string): readonly [number, number] {
  const audience = AUDIENCES[type];
  if (audience === undefined) throw new RangeError(`no audience for ${type}`);
  return audience;
}
