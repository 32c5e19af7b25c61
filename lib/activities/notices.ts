import { titlesFact } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";

const NOTICES: NoticeTable<"member"> = {
  "activity.reminded": { member: "activitiesToConfirm" },
  "activity.removed": { member: "activityRemoved" },
};

const TO = "/activities?mine=1";

type Titled = { title: LocalizedText; originalLocale: Locale };

/** A member hears that somebody else has removed their activity. */
export const tellOfRemoval = (accountId: string, { title, originalLocale }: Titled) =>
  tellBy(NOTICES, {
    people: { member: { accountId } },
    facts: { title: { text: title, original: originalLocale }, to: TO },
  });

/** A member hears which of their activities are to be confirmed. */
export const tellOfDue = (accountId: string, due: readonly Titled[]) =>
  tellBy(NOTICES, {
    people: { member: { accountId } },
    facts: {
      count: String(due.length),
      list: titlesFact(due, (locale) => getTranslator(locale, "activities")("untitled")),
      to: TO,
    },
  });
