import { mayRead } from "@/lib/core/auth/standing";
import type { Locale } from "@/lib/core/i18n/locales";
import { safeReturnPath } from "@/lib/core/paths";
import type { SignedIn } from "./starting.mutations";

type Landing = Pick<SignedIn, "isHalf" | "owesFactor" | "status">;

/**
 * Where one goes after a step of signing in, as a path without its language: to give or to set up the second factor, to
 * one's status, else back to `next` (a path with a language), or home.
 */
export function landing(signedIn: Landing, next: string | undefined, locale: Locale): string {
  if (signedIn.isHalf) {
    return `/sign-in/second-factor${next ? `?${new URLSearchParams({ next })}` : ""}`;
  }
  if (signedIn.owesFactor) return "/account/second-factor";
  if (!mayRead(signedIn)) return "/account";
  const back = safeReturnPath(locale, next?.replace(/^\/(fr|en|zh)(?=[/?]|$)/, `/${locale}`));
  return back.slice(locale.length + 1);
}
