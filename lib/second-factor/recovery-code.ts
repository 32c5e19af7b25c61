import { randomBytes } from "node:crypto";
import { hashToken } from "@/lib/core/auth/tokens";

/** Crockford's base32: no letter looks like a digit. */
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** Over 112 bits, so that a plain hash keeps a code (ASVS 5.0, 6.5.2): five bits a letter. */
const LENGTH = 24;

const CODES_AT_ONCE = 10;

/** Ten new codes as they are shown: `k7qm-x2hd-…`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES_AT_ONCE }, () =>
    Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length])
      .join("")
      .replace(/(.{4})(?=.)/g, "$1-"),
  );
}

/** A typed code without hyphens and with look-alikes put right; null when it cannot be one. */
export function readRecoveryCode(text: string): string | null {
  const read = text.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1");
  const isOne = read.length === LENGTH && [...read].every((letter) => LETTERS.includes(letter));
  return isOne ? read : null;
}

/** How an account's code is kept. */
export const recoveryCodeHash = (accountId: string, code: string): string =>
  hashToken(`${accountId}.${readRecoveryCode(code)}`);
