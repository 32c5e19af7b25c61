import { describe, expect, test } from "vitest";
import {
  applicationFilters,
  decideApplicationInput,
  noteInput,
  takeApplicationInput,
} from "./schema";

const applicationId = "0190d5a0-0000-7000-8000-000000000001";
const about = { applicationId, version: "3" };

const faults = (form: object) =>
  decideApplicationInput
    .safeParse({ ...about, ...form })
    .error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("a decision", () => {
  test.each([
    [{ verdict: "approved" }],
    [{ verdict: "approved", organisation: applicationId, words: "Bienvenue" }],
    [{ verdict: "info-requested", words: "Depuis quand ?" }],
    [{ verdict: "refused", refusalReason: "no-link" }],
    [{ verdict: "refused", refusalReason: "other", words: "Parce que." }],
  ])("%j is complete", (form) => {
    expect(faults(form)).toBeUndefined();
  });

  test.each([
    [{}, ["verdict", "notChosen"]],
    [{ verdict: "published" }, ["verdict", "notInList"]],
    [{ verdict: "info-requested", words: " " }, ["words", "required"]],
    [{ verdict: "refused" }, ["refusalReason", "notChosen"]],
    [{ verdict: "refused", refusalReason: "unclear-text" }, ["refusalReason", "notInList"]],
    [{ verdict: "refused", refusalReason: "other" }, ["words", "wordsNeeded"]],
    [{ verdict: "approved", organisation: "mine" }, ["organisation", "notInList"]],
    [{ verdict: "approved", words: "x".repeat(2001) }, ["words", "tooLong"]],
    [{ verdict: "approved", role: "administrator" }, ["", expect.stringContaining("role")]],
  ])("%j is turned back", (form, fault) => {
    expect(faults(form)).toEqual([fault]);
  });
});

test("taking names the colleague or nobody", () => {
  expect(takeApplicationInput.parse(about)).toEqual({ applicationId, version: 3 });
  expect(takeApplicationInput.safeParse({ ...about, from: "me" }).success).toBe(false);
});

test("a note is not empty", () => {
  expect(noteInput.safeParse({ applicationId, words: " \n" }).success).toBe(false);
});

test("filters that cannot be read are left out", () => {
  const typed = { state: "draft", country: "us", taken: "x", page: "-1", q: ["a", "b"] };
  expect(applicationFilters.parse(typed)).toEqual({
    state: "open",
    q: "",
    country: "",
    taken: "",
    page: 1,
  });
});
