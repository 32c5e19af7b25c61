import type { ActivityPage } from "@/lib/activities/queries";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { LinkButton } from "../ui/link-button";
import { Notice } from "../ui/notice";
import { ConfirmForm } from "./confirm-form";

type OwnerPanelProps = {
  activity: ActivityPage;
  locale: Locale;
  confirm: FormAction;
};

/** For whoever may edit the activity: to confirm, to edit, to remove it. */
export function OwnerPanel({ activity, locale, confirm }: OwnerPanelProps) {
  const t = getTranslator(locale, "activities");
  const { slug, isOwn, isToConfirm, confirmedOn } = activity;
  return (
    <section
      aria-label={t(isOwn ? "owner.label" : "owner.labelManager")}
      className="no-print mb-8 space-y-4"
    >
      {isToConfirm ? (
        <Notice title={t("confirmed.question")} tone="warning">
          <p>{t("confirmed.text", { day: formatDay(confirmedOn, locale) })}</p>
        </Notice>
      ) : null}
      {isOwn ? null : <p className="text-secondary text-sm">{t("owner.managed")}</p>}
      <div className="flex flex-wrap items-start gap-3">
        {isToConfirm ? (
          <ConfirmForm action={confirm} activity={activity} back="page" locale={locale} />
        ) : null}
        {isOwn && activity.isEnded ? (
          <LinkButton
            href={path(locale, "/experiences/new", { activity: slug })}
            variant="secondary"
          >
            {getTranslator(locale, "experiences")("from")}
          </LinkButton>
        ) : null}
        <LinkButton href={path(locale, `/activities/${slug}/edit`)} variant="secondary">
          {t("owner.edit")}
        </LinkButton>
        <LinkButton href={path(locale, `/activities/${slug}/remove`)} variant="quiet">
          {t("remove.label")}
        </LinkButton>
      </div>
    </section>
  );
}
