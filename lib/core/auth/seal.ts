import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../env";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** HKDF (RFC 5869): what is sealed shares no key with what AUTH_SECRET signs. */
const key = () => Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "club seal 1", 32));

/**
 * A text that only this portal reads again (AES-256-GCM, NIST SP 800-38D), in base64url. `about` says what it is and
 * whose (`second-factor <account>`): sealed for one thing it opens for no other.
 */
export function seal(text: string, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/**
 * The text of a seal; null for one that is about something else, was changed, or made with another AUTH_SECRET. It is written in
 * one way: else a limit by what is typed would count each spelling as a link of its own.
 */
export function unseal(sealed: string, about: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES || bytes.toString("base64url") !== sealed) return null;
  const decipher = createDecipheriv("aes-256-gcm", key(), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
