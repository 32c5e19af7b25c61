import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type StartFormProps = {
  action: FormAction;
  locale: Locale;
  /** The address an invitation was sent to. */
  email?: string;
  invitation?: string;
};

/** An address, and a link comes: to begin an application or to go on with it. An invitation to it begins one at once. */
export function StartForm({ action, locale, email, invitation }: StartFormProps) {
  const t = getTranslator(locale, "applications");
  return (
    <ActionForm
      action={action}
      copy={formCopy(locale)}
      hidden={invitation ? { invitation } : {}}
      locale={locale}
    >
      <TextField
        autoComplete="email"
        defaultValue={email}
        hint={t(invitation ? "start.invitedEmailHint" : "start.emailHint")}
        inputMode="email"
        label={t("start.email")}
        name="email"
        required
        spellCheck={false}
        type="email"
      />
      <div aria-hidden="true" className="sr-only">
        <label htmlFor="homepage">{t("start.trap")}</label>
        <input autoComplete="off" id="homepage" name="homepage" tabIndex={-1} type="text" />
      </div>
      <p className="text-pretty text-secondary text-sm">
        {t("start.kept")} <a href={path(locale, "/privacy")}>{t("start.privacy")}</a>
      </p>
      <SubmitButton className="w-full">
        {t(invitation ? "start.invitedSubmit" : "start.submit")}
      </SubmitButton>
    </ActionForm>
  );
}
