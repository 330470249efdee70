import { defineConfig } from 'vitest/config'

const serverTests = ['src/platform/**/*.test.ts', 'src/modules/*/server/**/*.test.ts', 'test/**/*.test.ts']

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: serverTests,
          testTimeout: 60_000,
        },
      },
      {
        resolve: { tsconfigPaths: true },
        test: {
          name: 'server',
          include: serverTests,
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
