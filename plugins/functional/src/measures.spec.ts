import { evaluateMeasures } from '@shucu/plugin-sdk';
import { measureData, resourceRow, serviceRow } from '@shucu/plugin-sdk/testing';
import { measures } from './measures.js';

describe('measures of the functional category', () => {
  it('tell partners by what they are, and products by their field', () => {
    const partner = (partnerKind: string, enterprise: string | null) =>
      resourceRow({ kind: 'partner', partnerKind, enterprise });
    const resource = [
      partner('university', 'A'),
      partner('researchInstitute', 'B'),
      partner('university', 'A'),
      partner('provincialLab', null),
      partner('supplySideEnterprise', 'C'),
      resourceRow({ kind: 'product', field: 'platform' }),
      resourceRow({ kind: 'product', field: 'platform' }),
      resourceRow({ kind: 'product', field: 'security' }),
      resourceRow({ kind: 'solution', sme: true }),
      resourceRow({ kind: 'solution', sme: false }),
    ];
    expect(evaluateMeasures(measures, measureData({ resource }))).toMatchObject({
      researchPartners: '2',
      provincialCooperations: '1',
      supplySidePartners: '1',
      productFields: '2',
      smeSolutions: '1',
    });
  });

  it('measure what SMEs got: this year’s services and amounts, last year’s benefits', () => {
    const toSme = { sme: true, enterprise: 'A' };
    const service = [
      serviceRow({ ...toSme, type: 'orderMatchmaking', amount: '1000.50' }),
      serviceRow({ ...toSme, type: 'financeMatchmaking', amount: '2000.25', enterprise: 'B' }),
      serviceRow({ ...toSme, type: 'consulting', sme: false, enterprise: 'C' }),
      serviceRow({ ...toSme, type: 'platformService', discounted: true, year: 2024, enterprise: 'D' }),
      serviceRow({ type: 'talentEvent' }),
      serviceRow({ type: 'industryEducation' }),
      serviceRow({ type: 'openTopic' }),
    ];
    const facts = [{ name: 'smePlatformOperating', year: 2025, value: 1 }];
    expect(evaluateMeasures(measures, measureData({ service, facts }))).toMatchObject({
      servedSmes: '2',
      orderAmount: '1000.5',
      financeAmount: '2000.25',
      benefitedSmes: '1',
      smePlatform: '1',
      talentEvents: '1',
      industryEducation: '1',
      openTopics: '1',
      trainingSeats: null,
    });
  });
});
