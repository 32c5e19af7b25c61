import "server-only";
import { cookies } from "next/headers";
import type { ErrorCode } from "../errors";
import type { Locale } from "../i18n/locales";
import { getTranslator } from "../i18n/translator";
import { cookieName, cookieOptions } from "./session-cookie";
import type { Viewer } from "./viewer-type";

/** Long enough for a slow connection to follow a redirect; a page opened again later says nothing any more. */
const SECONDS = 30;

type Told = "notice" | "refused";

/**
 * A flash: what a page says once about the act that led to it (`?notice=…`, `?refused=…`). The address alone proves
 * nothing, since anybody can write one; the cookie that came with the answer to the act does.
 */
export async function keepFlash(told: Told, code: string): Promise<void> {
  (await cookies()).set(cookieName("flash"), `${told}.${code}`, cookieOptions(SECONDS));
}

/** The same as a header of an answer that is made by hand. */
export function flashHeader(told: Told, code: string): string {
  const { secure } = cookieOptions(SECONDS);
  const name = cookieName("flash");
  return `${name}=${told}.${code}; Path=/; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

/** Whether what the address tells comes from an act of this browser, moments ago. */
export async function isFlash(told: Told, code: string): Promise<boolean> {
  return (await cookies()).get(cookieName("flash"))?.value === `${told}.${code}`;
}

/** Why a form that carries a file was refused (`?refused=…`), in words; null for what its page has no words for. */
export async function flashRefusal<Code extends ErrorCode>(
  asked: unknown,
  isKnown: (code: unknown) => code is Code,
  { locale, viewer }: { locale: Locale; viewer: Viewer | null },
): Promise<string | null> {
  if (!isKnown(asked) || !(await isFlash("refused", asked))) return null;
  return getTranslator(locale, "errors")(asked as ErrorCode, { name: viewer?.name ?? "" });
}
