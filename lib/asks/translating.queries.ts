import "server-only";
import { query } from "@/db/client";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { readSpoken } from "@/lib/entries/questions/translations.queries";
import { canReplaceAskTranslation, canTranslateAsk } from "./policy";
import { getAskInSight } from "./queries";

export type AskSheet = NonNullable<Awaited<ReturnType<typeof getAskSheet>>>;

/** A question to the club beside what the viewer writes of it in another language; null where they do not translate it. */
export async function getAskSheet(viewer: Viewer, slug: string, to: Locale) {
  const ask = await getAskInSight(viewer, slug);
  if (!ask) return null;
  const { id, version, title, originalLocale: from, provenance } = ask;
  const speaks = await readSpoken(viewer, query);
  if (!canTranslateAsk(viewer, ask, { from, to, speaks })) return null;
  const words = title[to] ?? "";
  const by = provenance.title?.[to]?.by ?? null;
  if (!canReplaceAskTranslation(viewer, ask, { words, by })) return null;
  return { askId: id, version, from, to, original: title[from] ?? "", words };
}
