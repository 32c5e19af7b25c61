import "server-only";
import { seal, unseal } from "@/lib/core/auth/seal";
import { log } from "@/lib/core/log";

const sealedFor = (accountId: string) => `second-factor ${accountId}`;

/** How an account's secret lies in the database. */
export const sealSecret = (accountId: string, secret: string): string =>
  seal(secret, sealedFor(accountId));

/** The secret in base32; null, with a line in the log, for one that was sealed with another AUTH_SECRET. */
export function openSecret(accountId: string, sealed: string): string | null {
  const secret = unseal(sealed, sealedFor(accountId));
  if (secret === null) log.warn({ event: "factor.unreadable", accountId });
  return secret;
}
