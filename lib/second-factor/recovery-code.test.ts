import { expect, test } from "vitest";
import { newRecoveryCodes, readRecoveryCode, recoveryCodeHash } from "./recovery-code";

test("ten codes, all different, in fours", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes)
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}$/);
});

test("a code is read as it was copied, typed or dictated", () => {
  const read = "k7qmx2hd0109abcdefghjkmn";
  for (const typed of [
    "k7qm-x2hd-0109-abcd-efgh-jkmn",
    " K7QM X2HD OI09 ABCD EFGH JKMN ",
    "k7qmx2hdol09abcdefghjkmn",
  ]) {
    expect(readRecoveryCode(typed)).toBe(read);
    expect(recoveryCodeHash("a", typed)).toBe(recoveryCodeHash("a", read));
  }
  expect(recoveryCodeHash("b", read)).not.toBe(recoveryCodeHash("a", read));
});

test.each(["", "123456", "k7qm-x2hd-0109-abcd-efgh-jkm", "k7qm-x2hd-0109-abcd-efgh-jkmu"])(
  "%j is none",
  (typed) => {
    expect(readRecoveryCode(typed)).toBeNull();
  },
);
