import { ACTIVITY_TEXTS } from "@/lib/activities/activity-content";
import type { EditableActivity, OwnOrganisation } from "@/lib/activities/editing.queries";
import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { KeyedForm } from "../ui/keyed-form";
import { StillRight } from "../ui/still-right";
import { SubmitButton } from "../ui/submit-button";
import type { ActivityEntry } from "./activity-entry";
import { WhatGroup } from "./what-group";
import { WhereGroup } from "./where-group";
import { WordsGroup } from "./words-group";

type ActivityFormProps = {
  action: FormAction;
  entry: ActivityEntry;
  /** Null for a new one. */
  activity: EditableActivity | null;
  organisations: OwnOrganisation[];
  locale: Locale;
};

/** Three groups of at most six questions; one form, one button. */
export function ActivityForm(props: ActivityFormProps) {
  const { action, entry, activity, organisations, locale } = props;
  const t = getTranslator(locale, "activities");
  const hidden: Record<string, string> = activity
    ? { activityId: activity.id, version: String(activity.version) }
    : { originalLocale: entry.originalLocale };
  const back = activity ? `/activities/${activity.slug}` : "/activities?mine=1";
  return (
    <KeyedForm
      action={action}
      className="max-w-3xl space-y-8"
      hidden={hidden}
      locale={locale}
      requiredNote
    >
      <AskOnLeaving />
      <WhatGroup
        entry={entry}
        isPlaced={activity?.isPlaced ?? true}
        locale={locale}
        organisations={organisations}
      />
      <WhereGroup entry={entry} locale={locale} />
      <WordsGroup
        entry={entry}
        isNew={activity === null}
        isPlaced={activity?.isPlaced ?? true}
        locale={locale}
      />
      <StillRight
        hint={t("stillRight.hint")}
        legend={t("stillRight.legend")}
        marks={entry.stale}
        say={(text, language) =>
          t("stillRight.text", { field: t(`form.${text}`), language: LOCALE_NAME[language] })
        }
        texts={ACTIVITY_TEXTS}
      />
      {activity ? <p className="text-muted text-sm">{t("form.saveNote")}</p> : null}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t(activity ? "form.save" : "form.add")}</SubmitButton>
        <a className="inline-flex min-h-11 items-center" href={path(locale, back)}>
          {t("form.cancel")}
        </a>
      </div>
    </KeyedForm>
  );
}
