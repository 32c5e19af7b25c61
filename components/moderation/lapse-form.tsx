import { formCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import type { AccountFormProps } from "./account-form-props";

/** Notes that a membership has run out. */
export function LapseForm({ locale, action, account, idempotencyKey }: AccountFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <ActionForm
      action={action}
      copy={formCopy(locale)}
      hidden={{ accountId: account.id, version: String(account.version) }}
      idempotencyKey={idempotencyKey}
      locale={locale}
      scope="lapse"
    >
      <p className="max-w-measure">{t("account.lapse.consequences")}</p>
      <SubmitButton variant="secondary">{t("account.lapse.submit")}</SubmitButton>
    </ActionForm>
  );
}
