/** Who may import whom: docs/ARCHITECTURE.md, "Rings". */
const forbidden = (name, from, to, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, ...extra.from },
  to: { path: to, ...extra.to },
})

export default {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    forbidden('engine-is-pure', '^src/engine', '^src/(?!engine)'),
    forbidden('glossary-knows-nobody', '^src/glossary', '^src/(?!glossary|engine/result)'),
    forbidden('platform-knows-no-module', '^src/platform', '^src/(modules|console|main)'),
    forbidden(
      'records-and-domain-are-pure',
      '^src/modules/[^/]+/(records|domain|contract)',
      '^src/(platform|console|main)|^src/modules/[^/]+/(server|console)',
    ),
    forbidden(
      'server-sees-no-console',
      '^src/modules/[^/]+/server',
      '^src/console|^src/modules/[^/]+/console',
    ),
    forbidden(
      'console-sees-no-server',
      '^src/console|^src/modules/[^/]+/console',
      '^src/(platform|main)|^src/modules/[^/]+/server',
    ),
    forbidden('console-shell-knows-no-module', '^src/console/(?!registry)', '^src/modules'),
    // Ranks: 1 who and where, 2 work being done, 3 reading across all. Same rank: only by a listed edge.
    forbidden(
      'rank-1',
      '^src/modules/(organisation|enterprises|space|talent)/',
      '^src/modules/(indicators|goals|projects|cases|investment|innovation|safety|governance|board|briefing|portal)/',
    ),
    forbidden(
      'rank-2',
      '^src/modules/(indicators|goals|projects|cases|investment|innovation|safety|governance)/',
      '^src/modules/(board|briefing|portal)/',
    ),
    forbidden(
      'only-database-touches-a-driver',
      '^src/(?!platform/database)',
      'node_modules/(pg|@electric-sql)/',
    ),
    forbidden('nothing-imports-tests', '^src', '^test', { from: { pathNot: '\\.test\\.tsx?$' } }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
