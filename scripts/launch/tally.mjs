import fs from "node:fs";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { print } from "./log.mjs";

function readReport(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Enough for what was expected and what came, in characters. */
const MOST_OF_A_REASON = 600;

/** A name, and in a line of its own why, without the way there: whoever reads the last lines may have no others. */
function withReason(name, message = "") {
  const [said] = stripVTControlCharacters(message).split(/\n\s+at /);
  const words = said.split(/\n/).flatMap((line) => line.trim() || []);
  const why = words.join(" | ").slice(0, MOST_OF_A_REASON);
  return why === "" ? name : `${name}\n  ${why}`;
}

/** The names of vitest's failed tests; of a suite that did not load, its file. */
function failedInVitest(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults = [] }) => {
    const file = path.basename(name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length > 0)
      return failed.map((test) =>
        withReason(`${file}: ${test.fullName}`, test.failureMessages?.[0]),
      );
    return status === "failed" ? [withReason(file, message)] : [];
  });
}

/** What a journey failed by: its first error, and the line it came from. */
function reasonInBrowser({ tests = [] }) {
  const error = tests.flatMap(({ results }) => results).find((one) => one.error)?.error;
  if (!error) return undefined;
  return error.location ? `line ${error.location.line}: ${error.message}` : error.message;
}

function failedInBrowser(suites = []) {
  return suites.flatMap(({ specs = [], suites: inner }) => [
    ...specs
      .filter((spec) => !spec.ok)
      .map((spec) =>
        withReason(`${path.basename(spec.file)}: ${spec.title}`, reasonInBrowser(spec)),
      ),
    ...failedInBrowser(inner),
  ]);
}

/** Counts what the tests say of themselves. A tool that leaves no report, or has no test, has failed once. */
export function tally() {
  const kinds = [];
  const note = (kind, passed, failed, names = []) =>
    kinds.push({ kind, passed, failed: passed + failed === 0 ? 1 : failed, names });
  return {
    note,
    /** `code` is vitest's own: a suite that does not load fails although none of its tests did, as does a stray error. */
    vitest(kind, file, code) {
      const report = readReport(file);
      const { numPassedTests = 0, numFailedTests = 0 } = report ?? {};
      const names = failedInVitest(report);
      if (report && code !== 0 && names.length === 0) names.push("an error outside of every test");
      note(kind, numPassedTests, numFailedTests || (code === 0 ? 0 : 1), names);
    },
    playwright(kind, file, code) {
      const report = readReport(file);
      const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
      const failed = unexpected + flaky || (code === 0 ? 0 : 1);
      note(kind, expected, failed, failedInBrowser(report?.suites));
    },
    /** Prints the names of what failed and why, kind by kind, then the one line over everything; true when nothing failed. */
    close(seconds) {
      for (const { kind, names } of kinds) {
        for (const name of names) print(`FAILED ${kind}: ${name}`);
      }
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
