import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import type { StaleMarks } from "@/lib/core/i18n/staleness";
import { getTranslator } from "@/lib/core/i18n/translator";
import { swatchHref } from "@/lib/core/swatches/swatch";
import type { Cover } from "@/lib/entries/files/cover";
import type { EntryContent, Noun } from "@/lib/entries/noun";
import { isOlder } from "@/lib/entries/older-text";
import { PageHeader } from "../ui/page-header";
import { BackToList } from "./back-to-list";
import { CoverPicture } from "./cover-picture";
import { EntryTitle } from "./entry-title";

type EntryHeadProps = {
  noun: Noun;
  entry: Pick<EntryContent, "title" | "originalLocale"> & { stale: StaleMarks; seed: number };
  /** The list, with the search one came from. */
  back: string;
  eyebrow: ReactNode;
  lead?: ReactNode;
  /** Its first picture, where the reader may open it. */
  cover?: Cover | null;
  locale: Locale;
};

/** What anybody may read first of an entry, below the way back to its list; whether its title is older than the original. */
export function EntryHead({ noun, entry, back, eyebrow, lead, cover, locale }: EntryHeadProps) {
  const { title, originalLocale, stale } = entry;
  const isOld = isOlder(stale, "title", pickText(title, locale, originalLocale));
  return (
    <PageHeader
      before={<BackToList href={back} locale={locale} noun={noun} />}
      eyebrow={
        <>
          {eyebrow}
          {isOld ? <span>{getTranslator(locale, "translations")("staleTitle")}</span> : null}
        </>
      }
      lead={lead}
      picture={cover ? <CoverPicture {...cover} /> : null}
      swatch={swatchHref({ weave: noun.weave, seed: entry.seed })}
      title={<EntryTitle isHeading entry={entry} locale={locale} noun={noun} />}
    />
  );
}
