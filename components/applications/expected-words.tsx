import { expectedAnswerDay } from "@/lib/applications/expected-answer";
import type { OwnApplication } from "@/lib/applications/queries";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";

type ExpectedWordsProps = { application: OwnApplication; contact: string; locale: Locale };

/** By when the club answers, counted from what it received last; once that has passed, whom to ask. */
export function ExpectedWords({ application, contact, locale }: ExpectedWordsProps) {
  const t = getTranslator(locale, "applications");
  const { state, submittedAt, messages } = application;
  if (state === "info-requested") return t("status.waitsForYou");
  const answered = messages.findLast(({ kind }) => kind === "answer")?.createdAt;
  const received = answered ?? submittedAt;
  if (!received) return null;
  const day = expectedAnswerDay(received);
  if (day < today()) return t("status.late", { contact });
  return t("status.expected", { day: formatDay(day, locale) });
}
