import { headers } from "next/headers";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { backTo } from "@/lib/core/paths";

/** The way back to a list, with the search that led to this page. */
export async function wayBack(locale: Locale, to: string): Promise<string> {
  return backTo(locale, to, (await headers()).get("referer"), env().APP_ORIGIN);
}
