import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { type TellingWords, tellingWords } from "./matching-words";

type Text = LocalizedText | null | undefined;

/** The telling words of what a project seeks and of what it offers; texts the viewer does not read are left out. */
export function soughtTexts(project: {
  teaser: Text;
  sought?: Text;
  partnerTask?: Text;
  offered?: Text;
  advantages?: Text;
}): { sought: TellingWords; offered: TellingWords } {
  const { teaser, sought, partnerTask, offered, advantages } = project;
  return {
    sought: tellingWords(joined([teaser, sought, partnerTask])),
    offered: tellingWords(joined([offered, advantages])),
  };
}

function joined(texts: readonly Text[]): LocalizedText {
  const inLanguage = LOCALES.map((locale) => [
    locale,
    texts.flatMap((text) => text?.[locale] ?? []).join("\n"),
  ]);
  return Object.fromEntries(inLanguage);
}
