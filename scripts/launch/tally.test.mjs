import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { tally } from "./tally.mjs";

let folder;
let lines;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "tally-"));
  lines = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => lines.push(String(text).trim()));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function reportOf(content) {
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test("the last lines name each test that failed, in both runners", () => {
  const count = tally();
  const assertionResults = [
    { status: "passed", fullName: "what holds" },
    { status: "failed", fullName: "what does not" },
  ];
  count.vitest(
    "unit",
    reportOf({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [{ name: "/a/b.test.ts", status: "failed", assertionResults }],
    }),
    1,
  );
  const specs = [{ file: "c.spec.ts", title: "a page", ok: false }];
  count.playwright(
    "e2e",
    reportOf({
      stats: { expected: 3, unexpected: 1, flaky: 0 },
      suites: [{ suites: [{ specs }] }],
    }),
    1,
  );
  expect(count.close(61)).toBe(false);
  expect(lines).toEqual([
    "FAILED unit: b.test.ts: what does not",
    "FAILED e2e: c.spec.ts: a page",
    "unit   1 passed, 1 failed",
    "e2e    3 passed, 1 failed",
    "in 1 min 1 s",
    "4 passed, 2 failed",
  ]);
});

test("what failed says why, without colours and the way there", () => {
  const count = tally();
  const red = (words) => `\u001b[31m${words}\u001b[39m`;
  const failureMessages = [
    `Error: ${red("expected 1")}\n\n    to be 2\n    at file.ts:3:1\n    at x`,
  ];
  const assertionResults = [{ status: "failed", fullName: "what does not", failureMessages }];
  const testResults = [
    { name: "/a/b.test.ts", status: "failed", assertionResults },
    { name: "/a/c.test.ts", status: "failed", message: "no such file", assertionResults: [] },
  ];
  count.vitest("unit", reportOf({ numPassedTests: 0, numFailedTests: 1, testResults }), 1);
  const error = { message: `${red("over")}: ${"9".repeat(700)}`, location: { line: 7 } };
  const specs = [
    { file: "c.spec.ts", title: "a page", ok: false, tests: [{ results: [{ error }] }] },
    {
      file: "c.spec.ts",
      title: "a phone",
      ok: false,
      tests: [{ results: [{ status: "timedOut" }] }],
    },
  ];
  count.playwright("e2e", reportOf({ stats: { unexpected: 2 }, suites: [{ specs }] }), 1);
  count.close(1);
  expect(lines.slice(0, 4)).toEqual([
    "FAILED unit: b.test.ts: what does not\n  Error: expected 1 | to be 2",
    "FAILED unit: c.test.ts\n  no such file",
    `FAILED e2e: c.spec.ts: a page\n  line 7: over: ${"9".repeat(586)}`,
    "FAILED e2e: c.spec.ts: a phone",
  ]);
});

test("a suite that did not load has failed, and is named by its file", () => {
  const count = tally();
  const testResults = [{ name: "/a/b.test.ts", status: "failed", assertionResults: [] }];
  count.vitest("unit", reportOf({ numPassedTests: 2, numFailedTests: 0, testResults }), 1);
  expect(count.close(1)).toBe(false);
  expect(lines[0]).toBe("FAILED unit: b.test.ts");
  expect(lines.at(-1)).toBe("2 passed, 1 failed");
});

test("an error that belongs to no test has failed once, and is told", () => {
  const count = tally();
  count.vitest("unit", reportOf({ numPassedTests: 2, numFailedTests: 0, testResults: [] }), 1);
  expect(count.close(1)).toBe(false);
  expect(lines[0]).toBe("FAILED unit: an error outside of every test");
  expect(lines.at(-1)).toBe("2 passed, 1 failed");
});

test("a runner that leaves no report has failed once", () => {
  const count = tally();
  count.vitest("unit", path.join(folder, "none.json"), 1);
  expect(count.close(1)).toBe(false);
  expect(lines.at(-1)).toBe("0 passed, 1 failed");
});
