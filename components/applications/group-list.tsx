import { faultsOf, groupState } from "@/lib/applications/answer-faults";
import {
  FORM_GROUPS,
  type FormGroup,
  type FormStep,
  groupsFor,
} from "@/lib/applications/form-steps";
import type { OwnApplication } from "@/lib/applications/queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Badge, type BadgeTone } from "../ui/badge";

type GroupListProps = { application: OwnApplication; locale: Locale };

const TONE: Record<"todo" | "begun" | "complete", BadgeTone> = {
  todo: "neutral",
  begun: "warning",
  complete: "success",
};

/** The groups of questions with how far each has come; a group opens where something is missing. */
export function GroupList({ application, locale }: GroupListProps) {
  const t = getTranslator(locale, "applications");
  const { answers, organisationName } = application;
  const openAt = (group: FormGroup): FormStep => {
    const steps: readonly FormStep[] = FORM_GROUPS[group];
    const missing = steps.find((step) => faultsOf(step, answers, application).length > 0);
    return missing ?? FORM_GROUPS[group][0];
  };
  return (
    <ol
      aria-label={t("tasks.parts")}
      className="divide-y divide-hairline overflow-hidden rounded-md border border-hairline bg-surface"
    >
      {groupsFor(application.joining).map((group) => {
        const state = groupState(group, answers, application);
        const joined = group === "organisation" && organisationName;
        return (
          <li
            className="relative flex items-center justify-between gap-4 px-4 py-4 hover:bg-subtle sm:px-6"
            key={group}
          >
            <div className="min-w-0">
              <a className="stretched font-semibold" href={path(locale, `/apply/${openAt(group)}`)}>
                {t(`groups.${group}.title`)}
              </a>
              <p className="text-pretty text-muted text-sm">
                {joined ? t("tasks.joins", { organisation: joined }) : t(`groups.${group}.hint`)}
              </p>
            </div>
            <span className="shrink-0">
              <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
