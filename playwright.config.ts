import { defineConfig, devices } from "@playwright/test";

const isRoot = process.getuid?.() === 0;
/** `npm run hard` tries a web server behind TLS, whose certificate nobody vouches for. */
const isHard = process.env.HARD_AWAY !== undefined;
/** `npm test -- WORD` looks into one journey. */
const isNamed = process.env.E2E_NAMED !== undefined;

export default defineConfig({
  testDir: "e2e",
  testMatch: isHard ? "hard/*.spec.ts" : "journeys/*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results/browser",
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: process.env.E2E_REPORT ?? "test-results/e2e.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.APP_ORIGIN,
    ignoreHTTPSErrors: isHard,
    // A film of a journey and a copy of each of its pages take a quarter of its time, its steps 5 to 8 %.
    trace: isNamed ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    // A step that hangs says so long before the time of its test is over.
    actionTimeout: 30_000,
    navigationTimeout: 45_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        // A page lives for seconds here: what V8's last compilers make of its scripts is thrown away before it pays.
        "--js-flags=--no-turbofan --no-maglev",
      ],
    },
  },
});
