import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { VisuallyHidden } from "../ui/visually-hidden";

type ConsentFormProps = {
  action: FormAction;
  act: "give" | "renew" | "withdraw";
  /** Slug of the purpose, and its name in words. */
  name: string;
  purpose: string;
  /** Of the text that stands beside the button, where that is agreed to. */
  version?: number;
  locale: Locale;
};

/** The one button that gives or withdraws a consent: the same size, one press, both ways. */
export function ConsentForm({ action, act, name, purpose, version, locale }: ConsentFormProps) {
  const t = getTranslator(locale, "consents");
  return (
    <ActionForm
      action={action}
      className="space-y-2"
      copy={formCopy(locale)}
      hidden={{ purpose: name, ...(version && { version: String(version) }) }}
      locale={locale}
      scope={`${act}-${name}`}
    >
      <SubmitButton size="small" variant="secondary">
        <span aria-hidden="true">{t(act)}</span>
        <VisuallyHidden>{t("about", { act: t(act), purpose })}</VisuallyHidden>
      </SubmitButton>
    </ActionForm>
  );
}
