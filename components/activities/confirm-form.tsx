import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";

type ConfirmFormProps = {
  action: FormAction;
  activity: { id: string; version: number };
  locale: Locale;
  /** The page it stands on, to come back to. */
  back: "page" | "mine" | "home";
};

/** One button that says: still right. */
export function ConfirmForm({ action, activity, locale, back }: ConfirmFormProps) {
  return (
    <KeyedForm
      action={action}
      className="space-y-3"
      hidden={{ activityId: activity.id, version: String(activity.version), back }}
      locale={locale}
      scope={`confirm-${activity.id}`}
    >
      <SubmitButton size={back === "page" ? "medium" : "small"}>
        {getTranslator(locale, "activities")("confirmed.button")}
      </SubmitButton>
    </KeyedForm>
  );
}
