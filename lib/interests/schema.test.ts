import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { concludeInput, declineInterestInput, sendInterestInput } from "./schema";

const projectId = randomUUID();
const sent = (values: Record<string, unknown>) => {
  const long = "了".repeat(150);
  const start = { projectId, locale: "zh", cooperation: long, unclear: long, about: long };
  const parsed = sendInterestInput.safeParse({ ...start, ...values });
  return parsed.success
    ? parsed.data
    : parsed.error.issues.map(({ path, message }) => [path[0], message]);
};

describe("an answer", () => {
  test.each([
    ["", "required"],
    [" \n ", "required"],
    ["a".repeat(39), "tooShort"],
    [`${"a".repeat(39)}   `, "tooShort"],
    // Each of these counts as one, whatever it is made of.
    ["👩🏽‍🔬".repeat(39), "tooShort"],
    ["了".repeat(13), "tooShort"],
    ["a".repeat(601), "tooLong"],
    [`${"a".repeat(200)}\0`, "unreadableCharacters"],
  ])("%j: %s", (cooperation, code) => {
    expect(sent({ cooperation })).toContainEqual(["cooperation", code]);
  });

  test.each(["👩🏽‍🔬".repeat(40), "了".repeat(14), "𠮷".repeat(600), "a".repeat(600)])(
    "%j is taken",
    (cooperation) => {
      expect(sent({ cooperation })).toMatchObject({ cooperation, organisationId: null });
    },
  );
});

test("what may be added may be left out, and is as long at most", () => {
  expect(sent({ unclear: "", about: undefined })).toMatchObject({ unclear: "", about: "" });
  const long = "a".repeat(601);
  expect(sent({ unclear: long, about: long })).toEqual([
    ["unclear", "tooLong"],
    ["about", "tooLong"],
  ]);
});

test("what is not asked for, and what no list holds, is refused", () => {
  expect(sent({ state: "accepted" })).toEqual([[undefined, expect.any(String)]]);
  expect(sent({ locale: "de" })).toEqual([["locale", "notInList"]]);
  expect(sent({ organisationId: "x" })).toHaveLength(1);
  const target = { interestId: randomUUID(), version: "1" };
  expect(concludeInput.safeParse({ ...target, state: "accepted" }).success).toBe(false);
  expect(declineInterestInput.safeParse({ ...target, reasonCode: "" }).success).toBe(false);
  for (const chosen of [{}, { reasonCode: "" }]) {
    const { error } = declineInterestInput.safeParse({ ...target, ...chosen });
    expect(error?.issues.map(({ message }) => message)).toEqual(["notChosen"]);
  }
});
