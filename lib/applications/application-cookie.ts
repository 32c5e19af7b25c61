import "server-only";
import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "@/lib/core/auth/session-cookie";
import { PROMISES } from "@/lib/core/i18n/promises";

/** How long a mailed link and a browser open an application. */
export const KEY_DAYS = PROMISES.linkDays;

const NAME = "application";

/** The browser's key to one application, or null. */
export async function readApplicationCookie(): Promise<string | null> {
  return (await cookies()).get(cookieName(NAME))?.value || null;
}

/** Only in an action. */
export async function writeApplicationCookie(key: string): Promise<void> {
  (await cookies()).set(cookieName(NAME), key, cookieOptions(KEY_DAYS * 86_400));
}

/** Only in an action. This browser then holds no key; the mailed link still opens the application. */
export async function clearApplicationCookie(): Promise<void> {
  // Deleting needs the attributes of setting: browsers refuse a `__Host-` cookie without `Secure`.
  (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}
