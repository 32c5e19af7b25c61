import type { OwnApplication } from "@/lib/applications/queries";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Icon, type IconName } from "../ui/icon";

type StatusStepsProps = { application: OwnApplication; locale: Locale };

type Step = { at: Date; words: string; icon: IconName };

/** What has happened to an application, with its dates, and what comes next. */
export function StatusSteps({ application, locale }: StatusStepsProps) {
  const t = getTranslator(locale, "applications");
  const { state } = application;
  const next =
    state === "submitted" || state === "under-review" || state === "info-requested"
      ? t(`status.next.${state}`)
      : null;
  return (
    <ol className="space-y-5">
      {stepsOf(application, locale).map(({ at, words, icon }) => (
        <li className="flex gap-3" key={`${at.toISOString()} ${words}`}>
          <Icon className="mt-0.5 size-5 text-success" name={icon} />
          <span>
            <span className="block font-semibold">{words}</span>
            <time className="block text-muted text-sm" dateTime={at.toISOString()}>
              {formatInstant(at, locale)}
            </time>
          </span>
        </li>
      ))}
      {next ? (
        <li className="flex gap-3 text-secondary">
          <Icon className="mt-0.5 size-5 text-muted" name="clock" />
          {next}
        </li>
      ) : null}
    </ol>
  );
}

function stepsOf(application: OwnApplication, locale: Locale): Step[] {
  const t = getTranslator(locale, "applications");
  const { state, createdAt, submittedAt, takenAt, decidedAt, updatedAt, messages } = application;
  const steps: Step[] = [{ at: createdAt, words: t("status.begun"), icon: "check" }];
  const add = (at: Date | null, words: string, icon: IconName = "check") => {
    if (at) steps.push({ at, words, icon });
  };
  add(submittedAt, t("status.submitted"));
  const firstMessage = messages[0]?.createdAt;
  // Taken again after an answer, it says no longer when it was first read.
  if (!firstMessage || (takenAt && takenAt < firstMessage)) add(takenAt, t("status.taken"));
  for (const { kind, createdAt: at } of messages) {
    if (kind === "question") add(at, t("status.asked"), "mail");
    else add(at, t("status.answered"));
  }
  if (state === "approved" || state === "refused") {
    add(decidedAt, t(`status.decided.${state}`), state === "refused" ? "close" : "check");
  }
  if (state === "withdrawn") add(updatedAt, t("status.decided.withdrawn"), "close");
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}
