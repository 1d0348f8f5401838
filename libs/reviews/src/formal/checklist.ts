import type { Application } from '@shucu/applications';
import type { FieldFault } from '@shucu/kernel';
import type { CheckedItem } from '../application-review.entity.js';

/** One thing that a formal review looks at. */
export interface ChecklistItem {
  readonly item: string;
  readonly title: string;
  readonly titleEn: string;
  readonly article: string;
}

const entry = (item: string, title: string, titleEn: string, article: string): ChecklistItem => ({
  ...{ item, title, titleEn, article },
});

const ITEMS: readonly ChecklistItem[] = [
  entry('materials', '建设方案、申报书等材料齐全', 'The materials are complete', '第十条'),
  entry('legalPerson', '牵头单位为具备法人资格的四类主体', 'The lead is a legal person of the four kinds', '第五条'),
  entry('resources', '能够充分保障资源的可持续投入', 'Resources keep coming', '第五条'),
  entry('services', '类别与功能定位、服务内容相符', 'The category fits what is offered', '第六条'),
  entry(
    'exclusion',
    '每个单位一种类型、每个行业一个行业类中心',
    'One type an organization, one center an industry',
    '第八条',
  ),
  entry('ban', '牵头单位不在禁止申报期内', 'The lead is not banned', '第十七条'),
  entry('evidence', '自报数据有相应证明材料', 'The stated figures are borne out', '第十条'),
];

const CONSORTIUM = entry('consortium', '联合体已达成合作协议', 'The consortium has its agreement', '第五条');
const RECOMMENDATION = entry(
  'recommendation',
  '初审、现场查看和推荐意见齐备',
  'The bureau has recommended it',
  '第十一条',
);
const DIRECT = entry('directRoute', '属于可直接申报的中央在甘或省属企业', 'The lead may apply directly', '第十条');

/** What the formal review of an application looks at (形式审查, 第十二条). */
export function checklistOf({ route }: Pick<Application, 'route'>, hasMembers: boolean): ChecklistItem[] {
  return [...ITEMS, ...(hasMembers ? [CONSORTIUM] : []), route === 'direct' ? DIRECT : RECOMMENDATION];
}

/** What is wrong with checked items: unknown or repeated ones, and faults that nobody has explained. */
export function checkedFaults(checklist: readonly ChecklistItem[], items: readonly CheckedItem[]): FieldFault[] {
  const known = checklist.map(({ item }) => item);
  return items.flatMap(({ item, conclusion, remark }, index): FieldFault[] => {
    const field = `items.${index}`;
    if (!known.includes(item) || items.findIndex((other) => other.item === item) !== index) {
      const message = `审查事项应各填一次，可用：${known.join('、')}`;
      return [{ field: `${field}.item`, rule: 'oneOf', message, en: `Each item once: ${known.join(', ')}` }];
    }
    if (conclusion === 'pass' || remark !== null) return [];
    const message = '结论为不符合或不适用的，请说明';
    return [{ field: `${field}.remark`, rule: 'required', message, en: 'Say why it does not pass or apply' }];
  });
}

/** What keeps an application from being accepted: items without a conclusion, and items that failed. */
export function openItems(checklist: readonly ChecklistItem[], items: readonly CheckedItem[]): FieldFault[] {
  return checklist.flatMap(({ item, title, titleEn }): FieldFault[] => {
    const conclusion = items.find((checked) => checked.item === item)?.conclusion;
    const field = `items.${item}`;
    if (!conclusion) {
      const message = `“${title}”尚无结论`;
      return [{ field, rule: 'unchecked', message, en: `"${titleEn}" has no conclusion yet` }];
    }
    if (conclusion !== 'fail') return [];
    const message = `“${title}”不符合，请退回补正或不予受理`;
    return [{ field, rule: 'failed', message, en: `"${titleEn}" failed: return or reject the application` }];
  });
}
