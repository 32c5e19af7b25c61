import type { Locale } from "@/lib/core/i18n/locales";
import type { Weighed } from "@/lib/matching/matching-score";
import { reasonLines } from "@/lib/matching/reason-words";
import { Reasons } from "./reasons";

type ReasonListProps = {
  label: string;
  reasons: readonly Weighed[];
  locale: Locale;
};

/** The weightiest reasons why something fits a project of the reader. */
export function ReasonList({ label, reasons, locale }: ReasonListProps) {
  return <Reasons label={label} lines={reasonLines(reasons, "theirs", locale)} />;
}
