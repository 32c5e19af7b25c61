import { describe, expect, test } from "vitest";
import { confirmFactorInput, factorCodeInput, giveSecondFactorInput } from "./schema";

const faultOf = (result: { error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map(({ message }) => message);

describe("a code", () => {
  test.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["１２３４５６", "123456"],
    ["k7qm-x2hd-0109-abcd-efgh-jkmn", "k7qmx2hd0109abcdefghjkmn"],
  ])("%j is read", (typed, code) => {
    expect(factorCodeInput.parse({ code: typed })).toEqual({ code });
  });

  test.each([
    ["", "required"],
    [" - ", "required"],
    ["12345", "wrongCode"],
    ["12345a", "wrongCode"],
    ["k7qm-x2hd", "wrongCode"],
    ["1".repeat(201), "wrongCode"],
  ])("%j is refused: %s", (typed, fault) => {
    expect(faultOf(factorCodeInput.safeParse({ code: typed }))).toEqual([fault]);
    expect(faultOf(giveSecondFactorInput.safeParse({ code: typed }))).toEqual([fault]);
  });
});

test("only digits set an app up, and nothing else comes along", () => {
  const recovery = { code: "k7qm-x2hd-0109-abcd-efgh-jkmn" };
  expect(faultOf(confirmFactorInput.safeParse(recovery))).toEqual(["wrongCode"]);
  expect(confirmFactorInput.safeParse({ code: "123456", accountId: "x" }).success).toBe(false);
});
