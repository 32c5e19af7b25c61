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
