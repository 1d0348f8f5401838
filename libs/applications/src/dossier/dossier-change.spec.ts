import type { Application } from '../application.entity.js';
import { changedColumns, differingFields } from './dossier-change.js';

const application = {
  name: '甲中心',
  variant: null,
  industry: 'C32',
  route: 'local',
  dossier: { plan: { goals: '目标', services: { ecosystem: '活动', decisionSupport: '研判' } } },
  claimed: { served: '200', smes: '500' },
  facts: { staff: 50 },
} as unknown as Application;

describe('what is typed into a dossier', () => {
  it('changes the fields that were sent and no other, also within a field that has fields of its own', () => {
    const change = {
      industry: null,
      plan: { foundation: '基础', services: { ecosystem: null, technologyInnovation: '创新' } },
      form: { contactName: '李四' },
      claimed: { served: null },
    };
    expect(changedColumns(application, change)).toEqual({
      name: '甲中心',
      variant: null,
      industry: null,
      route: 'local',
      dossier: {
        plan: {
          goals: '目标',
          foundation: '基础',
          services: { decisionSupport: '研判', technologyInnovation: '创新' },
        },
        form: { contactName: '李四' },
      },
      claimed: { smes: '500' },
      facts: { staff: 50 },
    });
  });

  it('is told apart from what is there now, field by field', () => {
    const sent = {
      name: '甲中心',
      plan: { goals: '新目标' },
      form: { contactName: '李四' },
      claimed: { served: '200' },
    };
    expect(differingFields(application, sent)).toEqual([
      { field: 'plan.goals', rule: 'changed', message: '现为：目标', en: 'Now: 目标' },
      { field: 'form.contactName', rule: 'changed', message: '现为：未填写', en: 'Now: empty' },
    ]);
  });
});
