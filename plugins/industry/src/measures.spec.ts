import { evaluateMeasures } from '@shucu/plugin-sdk';
import { measureData, resourceRow, serviceRow } from '@shucu/plugin-sdk/testing';
import { measures } from './measures.js';

describe('measures of the industry category', () => {
  const references = [{ name: 'aboveScaleEnterprises', industry: 'C32', year: 2025, value: 12 }];

  it('measure the coverage of above-scale enterprises of the own industry', () => {
    const served = { type: 'evaluation', industry: 'C32', aboveScale: true, sme: true };
    const service = [
      serviceRow({ ...served, enterprise: 'A' }),
      serviceRow({ ...served, enterprise: 'A', type: 'consulting' }),
      serviceRow({ ...served, enterprise: 'B', industry: 'C33' }),
      serviceRow({ ...served, enterprise: 'C', aboveScale: false }),
      serviceRow({ ...served, enterprise: 'D', type: 'training' }),
    ];
    expect(evaluateMeasures(measures, measureData({ service, references }))).toMatchObject({
      aboveScaleCoverage: '0.083333333333',
      industrySmes: '3',
    });
    expect(evaluateMeasures(measures, measureData({ service }))).toMatchObject({ aboveScaleCoverage: null });
  });

  it('take last year’s trainees and the links of the own industry’s resources', () => {
    const service = [2024, 2025].map((year) => serviceRow({ type: 'training', year, headcount: year - 2000 }));
    const resource = [
      resourceRow({ kind: 'model', industry: 'C32', link: 'production' }),
      resourceRow({ kind: 'solution', industry: 'C32', link: 'sales' }),
      resourceRow({ kind: 'solution', industry: 'C33', link: 'research' }),
    ];
    expect(evaluateMeasures(measures, measureData({ service, resource }))).toMatchObject({
      trainees: '24',
      industryResources: '2',
      coveredLinks: '2',
    });
  });
});
