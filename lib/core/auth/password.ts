import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default) with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What an unknown address is checked against, so that it takes as long as a known one. */
let decoy: Promise<string> | undefined;

/** The hash with its salt and cost, as one text (PHC string format). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** True when the password is the stored one; without a stored hash it takes the same time and is false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash("no account has this password", COST);
  if (password.length > 256) return false;
  const isRight = await verify(stored ?? (await decoy), password);
  return isRight && stored !== null;
}
