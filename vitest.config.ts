import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/build.ts'],
    // Only what hangs is stopped: a machine that is busy with other things is no fault of a test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    env: { TZ: 'UTC' },
  },
});
