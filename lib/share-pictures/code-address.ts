import type { Locale } from "@/lib/core/i18n/locales";
import { isSlug } from "@/lib/core/text/slug";

const ENDING = ".png";

/** Deeper than any public page. */
const MOST_PARTS = 3;

/** Where the QR code of a page lies, as a picture to save or to print. `to` is without language and query. */
export const codeHref = (locale: Locale, to: string): string =>
  `/api/codes/${locale}${to}${ENDING}`;

/** The page, without language, that the parts of such an address mean; null where none has it. */
export function readCodeName(parts: readonly string[]): string | null {
  const to = parts.join("/");
  const page = to.endsWith(ENDING) ? to.slice(0, -ENDING.length).split("/") : [];
  const isPage = page.length > 0 && page.length <= MOST_PARTS && page.every(isSlug);
  return isPage ? `/${page.join("/")}` : null;
}
