import type { ActivityCardData } from "@/lib/activities/activity-card";
import { factWords, stageWords, yearsWords } from "@/lib/activities/activity-words";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { ActivityTitle } from "./activity-title";
import { ConfirmForm } from "./confirm-form";
import { ConfirmedBadge } from "./confirmed-badge";

type OwnActivity = ActivityCardData & { id: string; version: number };

type OwnActivitiesProps = {
  activities: OwnActivity[];
  locale: Locale;
  /** Null for whoever may not change anything at the moment. */
  confirm: FormAction | null;
};

/** The viewer's own activities, those to be confirmed first, each with its button. */
export function OwnActivities({ activities, locale, confirm }: OwnActivitiesProps) {
  const t = getTranslator(locale, "activities");
  const waiting = activities.filter((activity) => activity.isToConfirm).length;
  if (activities.length === 0) {
    return (
      <EmptyState
        action={
          confirm ? (
            <LinkButton href={path(locale, "/activities/new")}>{t("list.new")}</LinkButton>
          ) : undefined
        }
        text={t("mine.emptyText")}
        title={t("mine.emptyTitle")}
      />
    );
  }
  return (
    <>
      {waiting > 0 ? (
        <Notice className="mb-6" title={t("mine.waiting", { count: waiting })} tone="warning" />
      ) : null}
      <ul className="divide-y divide-hairline border-hairline border-y">
        {activities.map((activity) => (
          <OwnRow activity={activity} confirm={confirm} key={activity.slug} locale={locale} />
        ))}
      </ul>
    </>
  );
}

type OwnRowProps = { activity: OwnActivity; locale: Locale; confirm: FormAction | null };

function OwnRow({ activity, locale, confirm }: OwnRowProps) {
  const t = getTranslator(locale, "activities");
  const { slug, title, kind, stage, visibility, isEnded, isToConfirm } = activity;
  return (
    <li className="py-5">
      <p className="flex flex-wrap items-center gap-2">
        <Badge>{stageWords(stage, locale)}</Badge>
        <Badge tone={visibility === "public" ? "info" : "neutral"}>
          {getTranslator(locale, "enums")(`visibility.${visibility}`)}
        </Badge>
      </p>
      <h2 className="mt-2 font-semibold text-lg leading-snug">
        <a href={path(locale, `/activities/${slug}`)}>
          <ActivityTitle locale={locale} title={title} />
        </a>
      </h2>
      <p className="mt-1 text-secondary text-sm">
        {factWords([kind, yearsWords(activity, locale), ...activity.cities.slice(0, 4)])}
      </p>
      {isEnded ? null : (
        <p className="mt-1 text-muted text-sm">
          <ConfirmedBadge activity={activity} locale={locale} />
        </p>
      )}
      {confirm ? (
        <div className="mt-3 flex flex-wrap items-start gap-3">
          {isToConfirm ? (
            <ConfirmForm action={confirm} activity={activity} back="mine" locale={locale} />
          ) : null}
          <LinkButton
            href={path(locale, `/activities/${slug}/edit`)}
            size="small"
            variant="secondary"
          >
            <span aria-hidden="true">{t("mine.edit")}</span>
            <span className="sr-only">{t("mine.editOf", { title: title?.text ?? "" })}</span>
          </LinkButton>
        </div>
      ) : null}
    </li>
  );
}
