import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  answerInvitationInput,
  handOverInput,
  inviteColleagueInput,
  requestAffiliationInput,
  setPositionInput,
} from "./schema";

const organisationId = randomUUID();

const issues = (result: {
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => result.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

describe("asking", () => {
  test("the words may be left empty and are at most 600 letters long", () => {
    const asked = { organisationId, kind: "join" };
    expect(requestAffiliationInput.parse(asked)).toEqual({ ...asked, words: "" });
    const long = { ...asked, words: "字".repeat(601) };
    expect(issues(requestAffiliationInput.safeParse(long))).toEqual(["words tooLong"]);
  });

  test.each([{ kind: "own" }, { organisationId: "1" }, { memberId: organisationId }])(
    "%j is not understood",
    (wrong) => {
      const asked = { organisationId, kind: "claim", ...wrong };
      expect(requestAffiliationInput.safeParse(asked).success).toBe(false);
    },
  );
});

describe("inviting", () => {
  const invited = { organisationId, email: " Lin@Example.ORG ", locale: "zh", role: "person" };

  test("the address is the key accounts are found by", () => {
    expect(inviteColleagueInput.parse(invited).email).toBe("lin@example.org");
  });

  test.each<[object, string]>([
    [{ email: "" }, "email required"],
    [{ email: "lin＠example.org" }, "email notAnEmail"],
    [{ email: "a@example.org, b@example.org" }, "email notAnEmail"],
    [{ locale: "de" }, "locale notInList"],
    [{ role: "owner" }, "role notInList"],
  ])("%j", (wrong, said) => {
    expect(issues(inviteColleagueInput.safeParse({ ...invited, ...wrong }))).toEqual([said]);
  });

  test("a link's secret is one short line", () => {
    expect(answerInvitationInput.safeParse({ token: "" }).success).toBe(false);
    expect(answerInvitationInput.safeParse({ token: "x".repeat(101) }).success).toBe(false);
  });
});

test("a function in up to three languages, one line each; empty ones are left out", () => {
  const position = { fr: " Gérante ", en: "", zh: "总经理" };
  expect(setPositionInput.parse({ organisationId, position }).position).toEqual({
    fr: "Gérante",
    zh: "总经理",
  });
  const lines = { organisationId, position: { fr: "une\ndeux" } };
  expect(issues(setPositionInput.safeParse(lines))).toEqual(["position.fr oneLine"]);
});

test("stepping down is a box that is ticked or not", () => {
  const given = { organisationId, memberId: randomUUID() };
  expect(handOverInput.parse(given).steppingDown).toBe(false);
  expect(handOverInput.parse({ ...given, steppingDown: "on" }).steppingDown).toBe(true);
});
