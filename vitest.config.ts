import { defineConfig } from "vitest/config";

// `npm run prove` runs the same tests at figures that take hours.
const timeoutMs = Number(process.env["CCP_TEST_TIMEOUT_MS"] ?? 0);

const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  test: { name, include, testTimeout: timeoutMs || 30_000, hookTimeout: 60_000, ...more },
});

/** It takes modules out of the server for itself. */
const withoutWalls = ["apps/server/src/http/tenancy-without-code.test.ts"];

export default defineConfig({
  test: {
    projects: [
      project("engine", ["packages/engine/src/**/*.test.ts"], { isolate: false }),
      project("contract", ["packages/contract/src/**/*.test.ts"], { isolate: false }),
      project("simulator", ["apps/simulator/src/**/*.test.ts"]),
      project("web", ["apps/web/src/**/*.test.{ts,tsx}"]),
      project("scripts", ["scripts/**/*.test.ts"]),
      project("server", ["apps/server/src/**/*.test.ts"], {
        // Nothing in these modules outlives its test file, and to load them all for each takes longer than its tests.
        isolate: false,
        exclude: withoutWalls,
        globalSetup: ["apps/server/src/testing/global-setup.ts"],
      }),
      project("server-without-walls", withoutWalls, {
        globalSetup: ["apps/server/src/testing/global-setup.ts"],
      }),
      project("simulation", ["test/simulation/**/*.test.ts"], {
        globalSetup: ["apps/server/src/testing/global-setup.ts"],
        testTimeout: timeoutMs || 600_000,
        fileParallelism: false,
      }),
      project("settings", ["test/settings/**/*.test.ts"], {
        globalSetup: ["apps/server/src/testing/global-setup.ts"],
        testTimeout: timeoutMs || 180_000,
        hookTimeout: timeoutMs || 900_000,
      }),
      project("e2e", ["test/e2e/**/*.test.ts"], {
        globalSetup: ["apps/server/src/testing/global-setup.ts"],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
      }),
    ],
  },
});
