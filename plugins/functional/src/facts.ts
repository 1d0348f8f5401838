import { z } from 'zod';

const figure = z.int().min(0);

/** What a center of this category declares each year; `variants` says which ones are asked. */
export const facts = z.object({
  operatingStaff: figure.meta({ title: '运营人数', unit: '人' }),
  leadingFields: figure
    .optional()
    .meta({ title: '具有全国领先技术创新验证环境的重点技术领域', unit: '个', variants: ['innovation'] }),
  trainingSeats: figure.optional().meta({ title: '可同时上机实训人数', unit: '人', variants: ['talent'] }),
  smePlatformOperating: z
    .boolean()
    .optional()
    .meta({ title: '中小企业数字化转型公共服务平台已建成并运营', variants: ['sme'] }),
});
