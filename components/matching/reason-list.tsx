import type { Locale } from "@/lib/core/i18n/locales";
import type { Weighed } from "@/lib/matching/matching-score";
import { type ReasonSide, reasonLines } from "@/lib/matching/reason-words";
import { Reasons } from "./reasons";

type ReasonListProps = {
  label: string;
  reasons: readonly Weighed[];
  side: ReasonSide;
  locale: Locale;
};

/** The weightiest reasons why something is suggested. */
export function ReasonList({ label, reasons, side, locale }: ReasonListProps) {
  return <Reasons label={label} lines={reasonLines(reasons, side, locale)} />;
}
