import "server-only";
import { spend } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { AppError } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

/** Counts one page of people; null, or the words for somebody who turns pages faster than a reader could. */
export async function spendDirectoryPage(viewer: Viewer, locale: Locale): Promise<string | null> {
  try {
    await spend("directory", viewer.accountId);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return getTranslator(locale, "errors")(error.code, error.values);
  }
}
