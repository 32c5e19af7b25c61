import type { Locale } from "@/lib/core/i18n/locales";
import { onBothClocks } from "@/lib/core/two-clocks";

type TwoClocksProps = {
  startsAt: Date | string;
  endsAt?: Date | string | null;
  locale: Locale;
  /** Of the line on which each clock stands; they follow each other on one without it. */
  lineClass?: string;
};

/** When something is, on both clocks of the club, the reader's first. Drawn by the server: browsers name times otherwise. */
export function TwoClocks({ startsAt, endsAt = null, locale, lineClass }: TwoClocksProps) {
  return onBothClocks(startsAt, endsAt, locale).map(({ clock, at, words }, index) => (
    <span className={lineClass} key={clock}>
      {index > 0 && lineClass === undefined ? " · " : null}
      <time dateTime={at}>{words}</time>
    </span>
  ));
}
