import { Secret, TOTP } from "otpauth";

/** What every authenticator app assumes: SHA-1, six digits, half a minute. */
const PERIOD = 30;

/** A new secret of 160 bits (RFC 4226, section 4) in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** Four letters at a time, for whoever types the secret into an app. */
export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, "$1 ");

const totpOf = (secret: string, about: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...about, secret: Secret.fromBase32(secret), period: PERIOD });

/** What a QR code tells an app: `otpauth://totp/Club:person@example.org?secret=…`. */
export const appAddress = (secret: string, about: { issuer: string; label: string }): string =>
  totpOf(secret, about).toString();

/**
 * The time step (RFC 6238: half minutes since 1970) whose code of six digits this is, null when it is none: the
 * present one, the one before or the one after, since clocks differ.
 */
export function stepOf(secret: string, code: string, at: number = Date.now()): number | null {
  // The library throws at six characters that are more than six bytes.
  if (!/^\d{6}$/.test(code)) return null;
  const delta = totpOf(secret).validate({ token: code, timestamp: at, window: 1 });
  return delta === null ? null : TOTP.counter({ period: PERIOD, timestamp: at }) + delta;
}
