import type { Places } from './place.js';

const basis = { version: 0, reason: '国务院办公厅已印发通知', source: '国办发明电〔2026〕9号' };

/** The legal calendar: a year beyond the notices, a corrected day, and both taken back. */
export const CALENDAR_PLACES: Places = {
  'GET /calendar': { caller: 'expert', ids: {} },
  'GET /calendar/{year}': { caller: 'centerOperator', ids: {}, segments: { year: '2025' } },
  'PUT /calendar/{year}': {
    caller: 'provinceAdministrator',
    ids: {},
    segments: { year: '2030' },
    body: () => ({
      ...basis,
      holidays: [
        { name: '元旦', first: '2030-01-01', last: '2030-01-01' },
        { name: '劳动节', first: '2030-05-01', last: '2030-05-05' },
        { name: '国庆节', first: '2030-10-01', last: '2030-10-07' },
      ],
      makeUpDays: [{ name: '国庆节', day: '2030-10-12' }],
    }),
  },
  'PUT /calendar/days/{day}': {
    caller: 'provinceAdministrator',
    ids: {},
    segments: { day: '2025-03-10' },
    body: () => ({ ...basis, kind: 'holiday', name: '全省停工' }),
  },
  'POST /calendar/days/{day}/withdrawal': {
    caller: 'provinceAdministrator',
    ids: {},
    segments: { day: '2025-03-10' },
    body: () => ({ version: 1, reason: '录入有误' }),
  },
  'POST /calendar/{year}/withdrawal': {
    caller: 'provinceAdministrator',
    ids: {},
    segments: { year: '2030' },
    body: () => ({ version: 1, reason: '录入有误' }),
  },
};
