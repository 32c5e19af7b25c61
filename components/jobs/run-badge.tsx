import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { RunState } from "@/lib/jobs/run-state";
import { Badge, type BadgeTone } from "../ui/badge";

type RunBadgeProps = { locale: Locale; state: RunState | "never" };

const TONE: Record<RunBadgeProps["state"], BadgeTone> = {
  never: "neutral",
  running: "info",
  crashed: "danger",
  failed: "danger",
  partly: "warning",
  done: "success",
};

/** How a run stands, in a word or two. */
export function RunBadge({ locale, state }: RunBadgeProps) {
  return <Badge tone={TONE[state]}>{getTranslator(locale, "jobs")(`states.${state}`)}</Badge>;
}
