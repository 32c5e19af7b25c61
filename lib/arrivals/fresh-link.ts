import "server-only";
import { cookies } from "next/headers";
import { seal, unseal } from "@/lib/core/auth/seal";
import { cookieName, cookieOptions } from "@/lib/core/auth/session-cookie";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { PROMISES } from "@/lib/core/i18n/promises";

const NAME = "link";
const sealedFor = ({ sessionId }: Viewer, accountId: string) => `come-in ${sessionId} ${accountId}`;

/** The server forgets a link at once; until it is copied only the browser and session that made it keep it. */
export async function keepFreshLink(viewer: Viewer, accountId: string, token: string) {
  const value = seal(token, sealedFor(viewer, accountId));
  (await cookies()).set(cookieName(NAME), value, cookieOptions(PROMISES.recoveryMinutes * 60));
}

/** The secret of the link that was just made for an account in this session; null for any other, and soon. */
export async function readFreshLink(viewer: Viewer, accountId: string): Promise<string | null> {
  const value = (await cookies()).get(cookieName(NAME))?.value ?? "";
  return unseal(value, sealedFor(viewer, accountId));
}
