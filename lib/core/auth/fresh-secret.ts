import "server-only";
import { cookies } from "next/headers";
import { PROMISES } from "../i18n/promises";
import { seal, unseal } from "./seal";
import { cookieName, cookieOptions } from "./session-cookie";
import type { Viewer } from "./viewer-type";

/** What is shown once after it was made: recovery codes, the address of a calendar, the link by which somebody comes in. */
type Fresh = "codes" | "calendar" | "link";

/** How long it can be looked at, unless it is put away before. */
const MINUTES = PROMISES.recoveryMinutes;

const sealedFor = (what: Fresh, { sessionId }: Viewer, of: string) =>
  `fresh ${what} ${sessionId} ${of}`;

/**
 * The server forgets a new secret at once; until it is written down only this browser and session keep it. `of` is the
 * account that it is of, where that is not the reader's own.
 */
export async function keepFresh(
  what: Fresh,
  viewer: Viewer,
  secret: string,
  of = "",
): Promise<void> {
  const value = seal(secret, sealedFor(what, viewer, of));
  (await cookies()).set(cookieName(what), value, cookieOptions(MINUTES * 60));
}

/** What was just made in this session; null once it was put away, and of any other account. */
export async function readFresh(what: Fresh, viewer: Viewer, of = ""): Promise<string | null> {
  const value = (await cookies()).get(cookieName(what))?.value ?? "";
  return unseal(value, sealedFor(what, viewer, of));
}

/** Only in an action. Nothing shows the secret again afterwards. */
export async function putFreshAway(what: Fresh): Promise<void> {
  // Deleting needs the attributes of setting: browsers refuse a `__Host-` cookie without `Secure`.
  (await cookies()).set(cookieName(what), "", cookieOptions(0));
}
