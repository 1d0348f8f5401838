/** Who may import whom (docs/adr/0001): kernel ← infrastructure ← features ← platform ← apps; plugins see the SDK alone. */
const features = 'identity|tenants|organizations|rule-sets|centers|records|assessments|revocations|ratings';

const lib = (names) => `^libs/(${names})/`;
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(apps|libs|plugins|test|bench)/', pathNot: `${from}|${allowed}` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'enter-a-library-by-its-index',
      severity: 'error',
      from: { path: '^(apps|libs|plugins|test|bench)/([^/]+)/' },
      to: {
        path: '^libs/([^/]+)/(src|dist)/',
        pathNot: '^libs/$2/|^libs/[^/]+/(src|dist)/(testing/)?index\\.(js|d\\.ts|ts)$',
      },
    },
    only('kernel-imports-nothing-of-ours', '^libs/kernel/', '^$'),
    only('sdk-imports-nothing-of-ours', '^libs/plugin-sdk/', '^$'),
    only('plugins-see-the-sdk-alone', '^plugins/[^/]+/', lib('plugin-sdk')),
    only('calendar-is-pure', '^libs/calendar/', lib('kernel')),
    only('files', '^libs/files/', lib('kernel')),
    only('database', '^libs/database/', lib('kernel')),
    only('tenancy', '^libs/tenancy/', lib('kernel|database')),
    only('permissions', '^libs/permissions/', lib('kernel|database|tenancy')),
    only('audit', '^libs/audit/', lib('kernel|database|tenancy|permissions')),
    only('jobs', '^libs/jobs/', lib('kernel|database|tenancy')),
    only(
      'documents',
      '^libs/documents/',
      lib('kernel|database|tenancy|permissions|audit|jobs|files|workflow|plugin-host|plugin-sdk'),
    ),
    only('evidence', '^libs/evidence/', lib('kernel|tenancy|permissions|audit|jobs|files')),
    only('plugin-host', '^libs/plugin-host/', lib('kernel|database|tenancy|plugin-sdk')),
    {
      name: 'features-do-not-know-apps',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|test|bench)/' },
    },
    {
      name: 'features-do-not-know-the-platform',
      severity: 'error',
      from: { path: lib(features) },
      to: { path: lib('platform|demonstration') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    preserveSymlinks: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.js'],
    },
  },
};
