import { evaluateMeasures } from '@shucu/plugin-sdk';
import { measureData, resourceRow, serviceRow } from '@shucu/plugin-sdk/testing';
import { measures } from './measures.js';

describe('measures of the comprehensive category', () => {
  it('count results and the industries they span', () => {
    const resource = [
      resourceRow({ kind: 'patent', industry: 'C32', acquiredOn: '2023-01-01' }),
      resourceRow({ kind: 'softwareCopyright', industry: 'C33' }),
      resourceRow({ kind: 'standard', industry: 'C33' }),
      resourceRow({ kind: 'model', industry: 'C13' }),
    ];
    expect(evaluateMeasures(measures, measureData({ resource }))).toMatchObject({
      achievements: '3',
      achievementIndustries: '2',
      newAchievements: '2',
      innovationResources: '1',
    });
  });

  it('count who was served, by what the annex asks', () => {
    const industrial = { enterprise: 'A', industry: 'C32', region: '620100', sme: true };
    const service = [
      serviceRow({ ...industrial, type: 'promotion', discounted: true }),
      serviceRow({ ...industrial, type: 'diagnosis' }),
      serviceRow({ type: 'consulting', enterprise: 'B', industry: 'I65' }),
      serviceRow({ type: 'promotion', enterprise: 'C', industry: 'D44', sme: true, year: 2024 }),
      serviceRow({ type: 'training', enterprise: 'D', industry: 'C13', headcount: 40 }),
      serviceRow({ type: 'forum' }),
      serviceRow({ type: 'matchmaking' }),
      serviceRow({ type: 'matchmakingService', enterprise: 'E', industry: 'B06' }),
    ];
    const resource = [resourceRow({ kind: 'supplier', enterprise: 'F', sme: true })];
    expect(evaluateMeasures(measures, measureData({ service, resource }))).toMatchObject({
      industrialEnterprises: '2',
      smes: '3',
      productUsers: '1',
      diagnosedRegions: '1',
      diagnosedIndustries: '1',
      matchmakingEvents: '1',
      events: '1',
      trainees: '40',
      suppliers: '1',
    });
  });
});
