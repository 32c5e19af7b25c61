import type { MembershipStatus } from "@/db/enums";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge, type BadgeTone } from "../ui/badge";

type StatusBadgeProps = { locale: Locale; status: MembershipStatus };

const TONE: Record<MembershipStatus, BadgeTone> = {
  pending: "warning",
  active: "success",
  suspended: "danger",
  lapsed: "neutral",
  left: "neutral",
};

/** A membership's status in a word. */
export function StatusBadge({ locale, status }: StatusBadgeProps) {
  return <Badge tone={TONE[status]}>{getTranslator(locale, "enums")(`status.${status}`)}</Badge>;
}
