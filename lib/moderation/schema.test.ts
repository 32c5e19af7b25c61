import { describe, expect, test } from "vitest";
import {
  accountFilters,
  changeRoleInput,
  decideEntryInput,
  decideRevisionInput,
  putBackInput,
  reasonOf,
  suspendAccountInput,
  takeDownInput,
} from "./schema";

const id = "5b0c6f7e-3d51-4c0f-9a51-0a5cb0a3a001";
const form = {
  ...{ entryId: id, kind: "project", version: "3" },
  ...{ changesReason: "", refusalReason: "", words: "" },
};

const faults = (result: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] };
}) => result.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

describe("a decision", () => {
  test.each([
    ["publishing needs no reason", { verdict: "published" }, []],
    ["no verdict", {}, ["verdict: notChosen"]],
    ["a verdict of our own making", { verdict: "suspended" }, ["verdict: notInList"]],
    ["changes without a reason", { verdict: "changes-requested" }, ["changesReason: notChosen"]],
    ["changes with a reason", { verdict: "changes-requested", changesReason: "unclear-text" }, []],
    [
      "changes with the reason of a refusal",
      { verdict: "changes-requested", changesReason: "out-of-scope" },
      ["changesReason: notInList"],
    ],
    ["a refusal without a reason", { verdict: "refused" }, ["refusalReason: notChosen"]],
    [
      "another reason, without words",
      { verdict: "refused", refusalReason: "other" },
      ["words: wordsNeeded"],
    ],
    [
      "another reason, in words",
      { verdict: "refused", refusalReason: "other", words: "欧阳娜娜" },
      [],
    ],
    ["words with NUL", { verdict: "published", words: "a\0b" }, ["words: unreadableCharacters"]],
    ["too many words", { verdict: "published", words: "é".repeat(2001) }, ["words: tooLong"]],
    [
      "another person's key, not a key",
      { verdict: "published", entryId: "1" },
      ["entryId: notFound"],
    ],
    ["what is no entry", { verdict: "published", kind: "member" }, ["kind: notInList"]],
    ["no version", { verdict: "published", version: "" }, ["version: conflict"]],
  ])("%s", (_, change, expected) => {
    expect(faults(decideEntryInput.safeParse({ ...form, ...change }))).toEqual(expected);
  });

  test("unknown keys are refused", () => {
    const { entryId, ...rest } = form;
    const revision = { ...rest, revisionId: entryId, verdict: "published" };
    expect(decideRevisionInput.safeParse(revision).success).toBe(true);
    expect(decideRevisionInput.safeParse({ ...revision, role: "administrator" }).success).toBe(
      false,
    );
  });

  test("the reason is the one of the verdict, whatever else was chosen", () => {
    const both = { words: "", changesReason: "unclear-text", refusalReason: "duplicate" };
    expect(reasonOf({ ...both, verdict: "refused" })).toBe("duplicate");
    expect(reasonOf({ ...both, verdict: "changes-requested" })).toBe("unclear-text");
    expect(reasonOf({ ...both, verdict: "published" })).toBeNull();
  });
});

describe("accounts", () => {
  test("a suspension needs a reason of its list, and words when the reason says nothing", () => {
    const suspension = { accountId: id, version: "1", words: "" };
    expect(faults(suspendAccountInput.safeParse(suspension))).toEqual(["reasonCode: notChosen"]);
    expect(faults(suspendAccountInput.safeParse({ ...suspension, reasonCode: "other" }))).toEqual([
      "words: wordsNeeded",
    ]);
    const known = { ...suspension, reasonCode: "account-compromised" };
    expect(suspendAccountInput.safeParse(known).success).toBe(true);
  });

  test("only roles of the list are given", () => {
    const change = { accountId: id, version: "1" };
    expect(changeRoleInput.safeParse({ ...change, role: "moderator" }).success).toBe(true);
    expect(changeRoleInput.safeParse({ ...change, role: "owner" }).success).toBe(false);
  });

  test("what an address holds that cannot be read is left out", () => {
    const asked = { q: ["a", "b"], status: "banned", role: "moderator", page: "-3", x: "1" };
    expect(accountFilters.parse(asked)).toEqual({ q: "", status: "", role: "moderator", page: 1 });
    expect(accountFilters.parse({})).toEqual({ q: "", status: "", role: "", page: 1 });
  });
});

describe("a take-down", () => {
  const form = { kind: "project", id, reasonCode: "misleading", words: "" };

  test.each<[string, Record<string, unknown>, string[]]>([
    ["as the panel sends it", {}, []],
    ["of no kind of the list", { kind: "room" }, ["kind: notInList"]],
    ["of no key", { id: "1" }, ["id: notFound"]],
    ["a reason of another list", { reasonCode: "duplicate" }, ["reasonCode: notInList"]],
    ["no reason", { reasonCode: "" }, ["reasonCode: notChosen"]],
    [
      "other, and only blanks",
      { reasonCode: "other", words: " \n\u3000 " },
      ["words: wordsNeeded"],
    ],
    ["10,000 characters", { words: "é".repeat(10_000) }, ["words: tooLong"]],
    ["NUL", { words: "a\0b" }, ["words: unreadableCharacters"]],
    ["half a character", { words: "a\ud800" }, ["words: unreadableCharacters"]],
    ["written from right to left", { words: "\u202ekcab\u202c" }, []],
  ])("%s", (_, change, expected) => {
    expect(faults(takeDownInput.safeParse({ ...form, ...change }))).toEqual(expected);
  });

  test("unknown keys are refused, and a reason for putting back", () => {
    expect(takeDownInput.safeParse({ ...form, to: "/" }).success).toBe(false);
    expect(putBackInput.safeParse(form).success).toBe(false);
    expect(putBackInput.safeParse({ kind: "project", id, words: "" }).success).toBe(true);
  });
});
