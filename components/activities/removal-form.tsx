import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";

type RemovalFormProps = {
  action: FormAction;
  activity: { id: string; version: number; slug: string };
  locale: Locale;
};

/** For good: what follows is read first, then ticked, then sent. */
export function RemovalForm({ action, activity, locale }: RemovalFormProps) {
  const t = getTranslator(locale, "activities");
  return (
    <KeyedForm
      action={action}
      className="max-w-measure space-y-5"
      hidden={{ activityId: activity.id, version: String(activity.version) }}
      locale={locale}
    >
      <p>{t("remove.consequence")}</p>
      <Checkbox label={t("remove.tick")} name="understood" required value="on" />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton variant="danger">{t("remove.confirm")}</SubmitButton>
        <a
          className="inline-flex min-h-11 items-center"
          href={path(locale, `/activities/${activity.slug}`)}
        >
          {t("form.cancel")}
        </a>
      </div>
    </KeyedForm>
  );
}
