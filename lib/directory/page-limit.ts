import "server-only";
import { spend } from "@/lib/core/auth/rate-limit";
import { drawnTooOften } from "@/lib/core/auth/too-often";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/**
 * Counts one page of people; null, or the words for somebody who turns pages faster than a reader could, whose page is
 * then a 429 with the seconds to wait.
 */
export async function spendDirectoryPage(viewer: Viewer, locale: Locale): Promise<string | null> {
  try {
    await spend("directory", viewer.accountId);
    return null;
  } catch (error) {
    const { code, values } = drawnTooOften(error);
    return getTranslator(locale, "errors")(code, values);
  }
}
