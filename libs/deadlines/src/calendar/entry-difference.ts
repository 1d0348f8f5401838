import type { OwnDay } from '@shucu/calendar';
import { AppError, type FieldFault } from '@shucu/kernel';

const KINDS: Readonly<Record<OwnDay['kind'], { readonly zh: string; readonly en: string }>> = {
  holiday: { zh: '放假', en: 'off' },
  workday: { zh: '上班', en: 'worked' },
};

/** The entry was changed since the caller saw it: tells day by day where what is there now differs from what was sent. */
export function staleEntry(
  versions: { readonly current: number; readonly given: number },
  present: readonly OwnDay[],
  sent: readonly OwnDay[],
): AppError {
  const [now, wanted] = [new Map(present.map(keyed)), new Map(sent.map(keyed))];
  const days = [...new Set([...now.keys(), ...wanted.keys()])].sort();
  const differing = days.filter((day) => told(now.get(day), 'zh') !== told(wanted.get(day), 'zh'));
  return new AppError(
    'conflict.stale',
    versions,
    differing.map((day): FieldFault => {
      const [zh, en] = [told(now.get(day), 'zh'), told(now.get(day), 'en')];
      return { field: day, rule: 'changed', message: `${day} 现为：${zh}`, en: `${day} is now: ${en}` };
    }),
  );
}

const keyed = (day: OwnDay): [string, OwnDay] => [day.day, day];

function told(day: OwnDay | undefined, language: 'zh' | 'en'): string {
  if (!day) return language === 'zh' ? '未录入' : 'not entered';
  const kind = KINDS[day.kind][language];
  return language === 'zh' ? `${kind}（${day.name}）` : `${kind} (${day.name})`;
}
