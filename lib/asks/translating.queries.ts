import "server-only";
import { query } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { readSpoken } from "@/lib/entries/questions/translations.queries";
import { canReplaceAskTranslation, canTranslateAsk } from "./policy";
import { getAskInSight } from "./queries";

export type AskSheet = NonNullable<Awaited<ReturnType<typeof getAskSheet>>>;

/** A question to the club beside what the viewer writes of it in another language: the first of some that they translate; null for none. */
export async function getAskSheet(viewer: Viewer, slug: string, ...languages: Locale[]) {
  const ask = await getAskInSight(viewer, slug);
  if (!ask || languages.length === 0) return null;
  const { id, version, title, originalLocale: from, provenance } = ask;
  const speaks = await readSpoken(viewer, query);
  const to = languages.find((one) => {
    const standing = { words: title[one] ?? "", by: provenance.title?.[one]?.by ?? null };
    const isTheirs = canTranslateAsk(viewer, ask, { from, to: one, speaks });
    return isTheirs && canReplaceAskTranslation(viewer, ask, standing);
  });
  if (!to) return null;
  return { askId: id, version, from, to, original: title[from] ?? "", words: title[to] ?? "" };
}
