import type { OwnApplication } from "@/lib/applications/queries";
import { formatInstant } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Icon, type IconName } from "../ui/icon";
import { QuotedWords } from "../ui/quoted-words";

type StatusStepsProps = {
  application: Pick<
    OwnApplication,
    | "state"
    | "locale"
    | "messages"
    | "createdAt"
    | "submittedAt"
    | "takenAt"
    | "decidedAt"
    | "updatedAt"
  >;
  locale: Locale;
};

type Step = { at: Date; words: string; icon: IconName; quoted?: string };

/**
 * What has happened to an application, with its dates, what was asked and answered, and what comes next. A question
 * that still waits for its answer is read above the field, not here.
 */
export function StatusSteps({ application, locale }: StatusStepsProps) {
  const t = getTranslator(locale, "applications");
  const { state } = application;
  const next =
    state === "submitted" || state === "under-review" || state === "info-requested"
      ? t(`status.next.${state}`)
      : null;
  return (
    <ol className="space-y-5">
      {stepsOf(application, locale).map(({ at, words, icon, quoted }) => (
        <li className="flex gap-3" key={`${at.toISOString()} ${words}`}>
          <Icon className="mt-0.5 size-5 text-success" name={icon} />
          <div className="min-w-0">
            <span className="block font-semibold">{words}</span>
            <time className="block text-muted text-sm" dateTime={at.toISOString()}>
              {formatInstant(at, locale)}
            </time>
            {quoted ? (
              <QuotedWords className="mt-2" lang={application.locale} words={quoted} />
            ) : null}
          </div>
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

function stepsOf(application: StatusStepsProps["application"], locale: Locale): Step[] {
  const t = getTranslator(locale, "applications");
  const { state, createdAt, submittedAt, takenAt, decidedAt, updatedAt, messages } = application;
  const steps: Step[] = [{ at: createdAt, words: t("status.begun"), icon: "check" }];
  const add = (at: Date | null, words: string, icon: IconName = "check", quoted?: string) => {
    if (at) steps.push({ at, words, icon, quoted });
  };
  add(submittedAt, t("status.submitted"));
  const firstMessage = messages[0]?.createdAt;
  // Taken again after an answer, it says no longer when it was first read.
  if (!firstMessage || (takenAt && takenAt < firstMessage)) add(takenAt, t("status.taken"));
  const open = state === "info-requested" ? messages.at(-1) : undefined;
  for (const message of messages) {
    const quoted = message === open ? undefined : message.words;
    if (message.kind === "question") add(message.createdAt, t("status.asked"), "mail", quoted);
    else add(message.createdAt, t("status.answered"), "check", quoted);
  }
  if (state === "approved" || state === "refused") {
    add(decidedAt, t(`status.decided.${state}`), state === "refused" ? "close" : "check");
  }
  if (state === "withdrawn") add(updatedAt, t("status.decided.withdrawn"), "close");
  return steps.sort((a, b) => a.at.getTime() - b.at.getTime());
}
