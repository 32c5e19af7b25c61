import { LOCALES } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { offeredWords, type TellingWords, tellingWords } from "./matching-words";

type Text = LocalizedText | null | undefined;

/**
 * The telling words of what a project seeks and offers, and of whom it calls for; texts the viewer does not read are left
 * out. A teaser tells also who proposes the project: it calls for somebody only where no closer text does.
 */
export function soughtTexts(project: {
  teaser: Text;
  sought?: Text;
  partnerTask?: Text;
  offered?: Text;
  advantages?: Text;
}): { sought: TellingWords; called: TellingWords; offered: TellingWords } {
  const { teaser, sought, partnerTask, offered, advantages } = project;
  return {
    sought: offeredWords(joined([teaser, sought, partnerTask])),
    called: tellingWords({ ...teaser, ...joined([sought, partnerTask]) }),
    offered: offeredWords(joined([offered, advantages])),
  };
}

/** The texts one below the other, in each language that any of them is written in. */
function joined(texts: readonly Text[]): LocalizedText {
  const inLanguage = LOCALES.flatMap((locale) => {
    const written = texts.flatMap((text) => text?.[locale] || []);
    return written.length > 0 ? [[locale, written.join("\n")]] : [];
  });
  return Object.fromEntries(inLanguage);
}
