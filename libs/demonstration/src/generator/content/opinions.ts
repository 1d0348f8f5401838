import type { Random } from '../basis/random.js';

/** Opinions by the least score they go with, best first. */
const OPINIONS: readonly { readonly from: number; readonly texts: readonly string[] }[] = [
  {
    from: 90,
    texts: [
      '能力突出，成果在省内处于领先水平，现场核验与申报材料一致',
      '基础扎实、特色鲜明，已形成可复制推广的经验',
      '投入有保障，运行规范，示范带动作用明显',
      '佐证材料齐全翔实，服务成效得到企业普遍认可',
    ],
  },
  {
    from: 80,
    texts: [
      '整体水平较好，运行正常，佐证材料较为齐全',
      '具备较强的服务能力，覆盖面可进一步扩大',
      '成效较好，建议加强成果的复用推广',
      '基本条件较为完善，持续投入情况良好',
    ],
  },
  {
    from: 68,
    texts: [
      '达到基本要求，特色和深度有待加强',
      '已开展相关工作，成果数量和质量还有提升空间',
      '条件基本具备，部分佐证材料不够充分',
      '工作有一定基础，与企业实际需求的结合还不够紧密',
    ],
  },
  {
    from: 55,
    texts: [
      '工作开展不够充分，成效不明显，佐证材料较少',
      '能力尚有差距，专职人员和投入不足',
      '服务内容较为单一，未形成持续机制',
      '现场核验发现部分设施利用率偏低',
    ],
  },
  {
    from: 42,
    texts: [
      '工作进展缓慢，与建设方案差距较大，建议限期整改',
      '缺少稳定的团队和投入，难以持续开展',
      '佐证材料不足，多数工作无法核实',
      '成果数量少，且未在企业得到应用',
    ],
  },
  {
    from: 0,
    texts: [
      '未见实质性进展，填报内容与现场情况不符',
      '缺少必要的环境和人员，不具备相应能力',
      '佐证材料缺失，无法证明相关工作已经开展',
      '运行基本停滞',
    ],
  },
];

/** A short opinion that goes with a score of 0 to 100. */
export function opinionFor(random: Random, score: number): string {
  const level = OPINIONS.find(({ from }) => score >= from);
  if (level === undefined) throw new RangeError(`no opinion for ${score}`);
  return `${random.pick(level.texts)}。`;
}
