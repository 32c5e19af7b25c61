import type { ReactNode } from "react";
import type { ModerationState } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { type EntryContent, type Noun, pageOf } from "@/lib/entries/noun";
import { Badge } from "../ui/badge";
import { EntryTitle } from "./entry-title";
import { ModerationBadge } from "./moderation-badge";

type OwnRow = Pick<EntryContent, "title" | "originalLocale"> & {
  slug: string;
  moderation: ModerationState;
  /** Taken down: what is online for nobody is not said to be. */
  isHidden?: boolean;
};

type OwnEntriesProps<Row> = {
  noun: Noun;
  rows: readonly Row[];
  locale: Locale;
  heading: "h2" | "h3";
  /** What stands beside where one is in its life. */
  beside: (row: Row) => ReactNode;
  /** What else is told of it. */
  below?: (row: Row) => ReactNode;
};

/** One's own entries in every state, each with where it stands. */
export function OwnEntries<Row extends OwnRow>(props: OwnEntriesProps<Row>) {
  const { noun, rows, locale, heading: Heading, beside, below } = props;
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {rows.map((row) => (
        <li className="relative py-4 hover:bg-subtle" key={row.slug}>
          <p className="flex flex-wrap items-center gap-2">
            {row.isHidden ? (
              <Badge tone="danger">
                {getTranslator(locale, "entries")(`takenDown.${noun.kind}`)}
              </Badge>
            ) : null}
            {row.isHidden && row.moderation === "published" ? null : (
              <ModerationBadge locale={locale} state={row.moderation} />
            )}
            {beside(row)}
          </p>
          <Heading className="mt-2 font-semibold text-lg leading-snug">
            <a
              className="stretched no-underline"
              href={path(locale, pageOf({ entryKind: noun.kind, slug: row.slug }))}
            >
              <EntryTitle entry={row} locale={locale} noun={noun} />
            </a>
          </Heading>
          {below?.(row)}
        </li>
      ))}
    </ul>
  );
}
