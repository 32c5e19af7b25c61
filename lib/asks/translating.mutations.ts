import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { entries } from "@/db/schema/entries";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/i18n/locales";
import { byPerson, provenanceAfter } from "@/lib/core/i18n/provenance";
import { changeEntry } from "@/lib/entries/changes.mutations";
import { translationEvent } from "@/lib/entries/entry-event";
import { lockEntry } from "@/lib/entries/locked.queries";
import { readEntry } from "@/lib/entries/questions/locked.queries";
import { readSpoken } from "@/lib/entries/questions/translations.queries";
import { ASK_VERBS } from "./noun.queries";
import { canReplaceAskTranslation, canTranslateAsk } from "./policy";

/**
 * Translates a question to the club, as its answers are: online at once, beside the original, since it has no edit that anybody
 * would read before. Empty words take a translation back. Throws `notFound`, `conflict`, `translationUnchanged`.
 */
export async function translateAsk(
  tx: Transaction,
  viewer: Viewer,
  {
    askId,
    locale,
    version,
    words,
  }: { askId: string; locale: Locale; version: number; words: string },
): Promise<{ slug: string }> {
  const ask = await lockEntry(tx, "ask", askId);
  const seen = await readEntry(tx, viewer, eq(entries.id, askId));
  const { title, originalLocale: from, provenance } = ask;
  const speaks = await readSpoken(viewer, async (run) => run(tx));
  authorize(canTranslateAsk(viewer, seen, { from, to: locale, speaks }));
  authorize(ask.version === version, "conflict");
  const before = title[locale] ?? "";
  const by = provenance.title?.[locale]?.by ?? null;
  authorize(canReplaceAskTranslation(viewer, seen, { words: before, by }), "conflict");
  authorize(words !== before, "translationUnchanged");
  const { [locale]: _, ...others } = title;
  const after = { ...ask, title: words ? { ...others, [locale]: words } : others };
  const values = {
    title: after.title,
    provenance: provenanceAfter(["title"], { title, provenance }, after, byPerson(viewer)),
    ...(await ASK_VERBS.derive(tx, after)),
  };
  const past = words ? "saved" : "withdrawn";
  await changeEntry(
    tx,
    viewer,
    ask,
    values,
    translationEvent(ask, past, { locale, field: "title" }),
  );
  return { slug: ask.slug };
}
