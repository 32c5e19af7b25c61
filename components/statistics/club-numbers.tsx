import type { Locale } from "@/lib/core/i18n/locales";
import { formatNumber } from "@/lib/core/i18n/numbers";
import { Stat } from "../ui/stat";

type ClubNumbersProps = {
  locale: Locale;
  /** The club, and the day on which it was counted. */
  title: string;
  /** `href` opens the list that the number counts, where the reader may open it. */
  numbers: { value: number; label: string; href?: string }[];
  note?: string;
};

/** The club in a few live numbers. */
export function ClubNumbers({ locale, title, numbers, note }: ClubNumbersProps) {
  return (
    <section aria-labelledby="numbers" className="mx-auto max-w-page px-4 pb-12 sm:px-6">
      <h2 className="mb-3 text-muted text-sm" id="numbers">
        {title}
      </h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-6 max-sm:text-sm sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none sm:gap-x-8">
        {numbers.map(({ value, label, href }) => (
          <Stat href={href} key={label} label={label} value={formatNumber(value, locale)} />
        ))}
      </dl>
      {note ? <p className="mt-4 max-w-measure text-muted text-sm">{note}</p> : null}
    </section>
  );
}
