import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { TitledPart } from "../ui/titled-part";

/** Where the button above the agenda leads. */
export const FOLLOW_CALENDAR = "calendar";

type FollowCalendarProps = {
  /** Of the feed, absolute. */
  address: string;
  locale: Locale;
};

/** How a calendar follows the agenda: opened as a file it would be a copy, which hears of no change. */
export function FollowCalendar({ address, locale }: FollowCalendarProps) {
  const t = getTranslator(locale, "events");
  return (
    <div className="no-print mt-12 border-hairline border-t pt-8">
      <TitledPart id={FOLLOW_CALENDAR} title={t("list.calendar")}>
        <p className="max-w-measure text-secondary">{t("list.follow")}</p>
        <p className="my-3 select-all break-all font-mono text-sm" translate="no">
          {address}
        </p>
        <p>
          <a href={address.replace(/^https?:/, "webcal:")}>{t("list.openCalendar")}</a>
        </p>
      </TitledPart>
    </div>
  );
}
