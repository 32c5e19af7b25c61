import { createHash, randomBytes, randomInt } from "node:crypto";

/** A 256-bit secret for a link, a session or a browser. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Six digits, for a mailed sign-in code. */
export function newCode(): string {
  return String(randomInt(0, 1_000_000)).padStart(6, "0");
}

/** SHA-256 in hexadecimal: how a secret is kept and looked up. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
