import { ASKS } from "@/lib/asks/ask";
import type { AskList } from "@/lib/asks/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { EntryTitle } from "../entries/entry-title";
import { SaidBy } from "../entries/said-by";
import { AskClock } from "./ask-clock";

type AskRowsProps = { rows: AskList["rows"]; locale: Locale };

/** What members ask the club, until when, and how many have answered. */
export function AskRows({ rows, locale }: AskRowsProps) {
  const t = getTranslator(locale, "asks");
  return (
    <ul aria-label={t("list.label")} className="divide-y divide-hairline border-hairline border-y">
      {rows.map((ask) => (
        <li className="py-5" key={ask.id}>
          <AskClock ask={ask} locale={locale} />
          <h3 className="mt-2 max-w-measure font-semibold text-lg leading-snug">
            <a className="wrap-anywhere no-underline" href={path(locale, `/ask/${ask.slug}`)}>
              <EntryTitle entry={ask} locale={locale} noun={ASKS} />
            </a>
          </h3>
          <p className="mt-2 text-muted text-sm">
            <SaidBy by={ask.by} isOwn={ask.isOwn} locale={locale} />
            {` · ${t("page.answers", { count: ask.answerCount })}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
