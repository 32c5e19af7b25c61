import { Secret } from "otpauth";
import { describe, expect, test } from "vitest";
import { appAddress, inFours, newSecret, stepOf } from "./totp";

/** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
const SECRET = Secret.fromUTF8("12345678901234567890").base32;
const VECTORS = [
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
] as const;

describe("the vectors of RFC 6238", () => {
  test.each(VECTORS)("at %i seconds: %s", (seconds, code) => {
    const step = Math.floor(seconds / 30);
    const at = (moved: number) => stepOf(SECRET, code, (seconds + moved) * 1000);
    expect(at(0)).toBe(step);
    expect([at(30), at(-30)]).toEqual([step, step]);
    expect([at(61), at(-61)]).toEqual([null, null]);
  });
});

test.each(["000000", "28708", "2870822", "287 082", "", "２８７０８２"])(
  "%s is no code of it",
  (code) => {
    expect(stepOf(SECRET, code, 59_000)).toBeNull();
  },
);

test("a new secret has 160 bits, is never the same, and is read in fours", () => {
  const secret = newSecret();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(secret);
  expect(inFours("ABCDEFGHIJ")).toBe("ABCD EFGH IJ");
});

test("an app is told the club, the person and the secret", () => {
  const address = new URL(
    appAddress(SECRET, { issuer: "Club: Lyon & 广州", label: "zoe@example.org" }),
  );
  expect(address.protocol).toBe("otpauth:");
  expect(address.searchParams.get("secret")).toBe(SECRET);
  expect(address.searchParams.get("issuer")).toBe("Club: Lyon & 广州");
  expect(decodeURIComponent(address.pathname)).toContain("zoe@example.org");
});
