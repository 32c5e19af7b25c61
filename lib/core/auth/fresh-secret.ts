import "server-only";
import { cookies } from "next/headers";
import { PROMISES } from "../i18n/promises";
import { seal, unseal } from "./seal";
import { cookieName, cookieOptions } from "./session-cookie";
import type { Viewer } from "./viewer-type";

/** What is shown once after it was made: recovery codes, the address of a calendar. */
type Fresh = "codes" | "calendar";

/** How long it can be looked at, unless it is put away before. */
const MINUTES = PROMISES.recoveryMinutes;

const sealedFor = (what: Fresh, { sessionId }: Viewer) => `fresh ${what} ${sessionId}`;

/** The server forgets a new secret at once; until it is written down only this browser and session keep it. */
export async function keepFresh(what: Fresh, viewer: Viewer, secret: string): Promise<void> {
  const value = seal(secret, sealedFor(what, viewer));
  (await cookies()).set(cookieName(what), value, cookieOptions(MINUTES * 60));
}

/** What was just made in this session; null once it was put away. */
export async function readFresh(what: Fresh, viewer: Viewer): Promise<string | null> {
  const value = (await cookies()).get(cookieName(what))?.value ?? "";
  return unseal(value, sealedFor(what, viewer));
}

/** Only in an action. Nothing shows the secret again afterwards. */
export async function putFreshAway(what: Fresh): Promise<void> {
  // Deleting needs the attributes of setting: browsers refuse a `__Host-` cookie without `Secure`.
  (await cookies()).set(cookieName(what), "", cookieOptions(0));
}
