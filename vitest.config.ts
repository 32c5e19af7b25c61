import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = import.meta.dirname;
const onDatabase = ["**/{,*.}mutations.test.ts", "**/{,*.}queries.test.ts", "**/*.db.test.ts"];
const exclude = [...configDefaults.exclude, ".next/**", ".data/**", "e2e/**"];
/** Of `npm test`, one for each worker: files count all of a table, or run a nightly job on it. */
const databases: unknown[] = JSON.parse(process.env.TEST_DATABASES ?? "[0]");

/** Those that take longest, whatever their size: one that begins last is waited for alone. */
const LONGEST = ["large-club.db", "indexes.db", "experiences-scale.db", "worst-input"].map(
  (name) => `/${name}.test.ts`,
);
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = (file: TestSpecification) => LONGEST.some((end) => file.moduleId.endsWith(end));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    env: {
      APP_ORIGIN: "http://localhost:3000",
      AUTH_SECRET: "a-secret-of-the-tests-and-of-nothing-else",
      CLUB_DEMO: "1",
    },
    isolate: false,
    // What is written beside an answer comes late on a busy machine.
    expect: { poll: { timeout: 10_000 } },
    sequence: { sequencer: LongestFirst },
    setupFiles: "scripts/test-setup.ts",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          maxWorkers: "100%",
          testTimeout: 20_000,
          hookTimeout: 60_000,
          include: ["**/*.test.{ts,mjs}"],
          exclude: [...exclude, ...onDatabase],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: onDatabase,
          exclude,
          globalSetup: "scripts/test-database.mjs",
          maxWorkers: databases.length,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
