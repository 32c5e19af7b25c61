import "server-only";
import { cookies } from "next/headers";
import { seal, unseal } from "@/lib/core/auth/seal";
import { cookieName, cookieOptions } from "@/lib/core/auth/session-cookie";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { PROMISES } from "@/lib/core/i18n/promises";

/** How long new recovery codes can be looked at, unless they are put away before. */
const MINUTES = PROMISES.recoveryMinutes;

const NAME = "codes";
const sealedFor = ({ sessionId }: Viewer) => `recovery-codes ${sessionId}`;

/** The server forgets new codes at once; until they are written down only this browser and session keep them. */
export async function keepFreshCodes(viewer: Viewer, codes: string[]): Promise<void> {
  const value = seal(codes.join(" "), sealedFor(viewer));
  (await cookies()).set(cookieName(NAME), value, cookieOptions(MINUTES * 60));
}

/** The codes that were just made in this session; none once they were put away. */
export async function readFreshCodes(viewer: Viewer): Promise<string[]> {
  const value = (await cookies()).get(cookieName(NAME))?.value ?? "";
  return unseal(value, sealedFor(viewer))?.split(" ") ?? [];
}

export async function putFreshCodesAway(): Promise<void> {
  // Deleting needs the attributes of setting: browsers refuse a `__Host-` cookie without `Secure`.
  (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}
