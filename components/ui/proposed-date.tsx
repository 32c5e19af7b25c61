import { warnOn } from "@/lib/core/date-notes";
import type { Locale } from "@/lib/core/i18n/locales";
import { WatchedDate } from "./watched-date";

type ProposedDateProps = {
  /** As the form shows it when it is drawn, `YYYY-MM-DD` first; nothing where it is empty. */
  from: string | null | undefined;
  to?: string | null;
  /** The names of its fields. */
  fields: string[];
  locale: Locale;
};

/** Below a field that asks for a date: public holidays of both countries on it, weekends worked for them, what is not yet published. */
export function ProposedDate({ from, to, fields, locale }: ProposedDateProps) {
  const day = from?.slice(0, 10);
  const last = to?.slice(0, 10) || day;
  const notes = day ? warnOn(day, locale, last) : { warnings: [], notes: [] };
  return <WatchedDate fields={fields} notes={notes} source={`/api/dates?locale=${locale}`} />;
}
