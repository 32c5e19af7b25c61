import { inEachLanguage } from "@/lib/core/events/facts";
import { type NoticeTable, tellBy } from "@/lib/core/events/notice-table";
import type { Locale } from "@/lib/core/i18n/locales";
import { type LocalizedText, pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";

const NOTICES: NoticeTable<"member"> = {
  "activity.reminded": { member: "activitiesToConfirm" },
  "activity.removed": { member: "activityRemoved" },
};

const TO = "/activities?mine=1";
const MOST_TITLES = 20;

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
      list: inEachLanguage((locale) => titles(due, locale)),
      to: TO,
    },
  });

/** One line each; of very many the first. */
function titles(due: readonly Titled[], locale: Locale): string {
  const untitled = getTranslator(locale, "activities")("untitled");
  const shown = due.slice(0, MOST_TITLES).map((one) => {
    return `– ${pickText(one.title, locale, one.originalLocale)?.text ?? untitled}`;
  });
  return [...shown, ...(due.length > MOST_TITLES ? ["…"] : [])].join("\n");
}
