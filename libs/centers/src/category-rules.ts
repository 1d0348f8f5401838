import type { FieldFault } from '@shucu/kernel';
import type { CategoryPlugin, Measure } from '@shucu/plugin-sdk';

/** Whether a figure of the category depends on the center's own industry. */
export function needsIndustry(plugin: CategoryPlugin): boolean {
  return Object.values(plugin.measures).some(dependsOnIndustry);
}

function dependsOnIndustry(measure: Measure): boolean {
  switch (measure.op) {
    case 'ratio':
      return dependsOnIndustry(measure.dividend) || dependsOnIndustry(measure.divisor);
    case 'reference':
      return true;
    case 'fact':
      return false;
    default:
      return Object.values(measure.where).some(
        (value) => typeof value === 'object' && 'center' in value && value.center === 'industry',
      );
  }
}

/** What is wrong with the variant and the industry of a center of this category (第六条). */
export function categoryFaults(
  plugin: CategoryPlugin,
  center: { readonly variant: string | null; readonly industry: string | null },
): FieldFault[] {
  const variants = plugin.variants.map(({ id }) => id);
  const faults: FieldFault[] = [];
  if (variants.length > 0 && !variants.includes(center.variant ?? '')) {
    faults.push({
      field: 'variant',
      rule: 'oneOf',
      message: `${plugin.title['zh-CN']}须选择类型：${variants.join('、')}`,
    });
  }
  if (variants.length === 0 && center.variant !== null) {
    faults.push({ field: 'variant', rule: 'absent', message: `${plugin.title['zh-CN']}不分类型，请勿填写` });
  }
  if (needsIndustry(plugin) && !center.industry) {
    faults.push({
      field: 'industry',
      rule: 'required',
      message: `${plugin.title['zh-CN']}须填写行业代码（GB/T 4754，如 C32）`,
    });
  }
  return faults;
}
