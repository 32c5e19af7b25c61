import fs from "node:fs";
import { print } from "./log.mjs";

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Counts what the tests say of themselves. A tool that leaves no report, or has no test, has failed once. */
export function tally() {
  const kinds = [];
  const note = (kind, passed, failed) =>
    kinds.push({ kind, passed, failed: passed + failed === 0 ? 1 : failed });
  return {
    note,
    /** `code` is vitest's own: a suite that does not load fails although none of its tests did. */
    vitest(kind, file, code) {
      const { numPassedTests = 0, numFailedTests = 0 } = readReport(file) ?? {};
      note(kind, numPassedTests, numFailedTests || (code === 0 ? 0 : 1));
    },
    playwright(kind, file, code) {
      const { expected = 0, unexpected = 0, flaky = 0 } = readReport(file)?.stats ?? {};
      note(kind, expected, unexpected + flaky || (code === 0 ? 0 : 1));
    },
    /** Prints a line a kind, then the one line over everything; true when nothing failed. */
    close(seconds) {
      for (const { kind, passed, failed } of kinds)
        print(`${kind.padEnd(6)} ${passed} passed, ${failed} failed`);
      const passed = kinds.reduce((sum, kind) => sum + kind.passed, 0);
      const failed = kinds.reduce((sum, kind) => sum + kind.failed, 0);
      print(`in ${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`);
      print(`${passed} passed, ${failed} failed`);
      return failed === 0;
    },
  };
}
