import { getTranslator } from "@/lib/core/i18n/translator";
import { MoveForm } from "../ui/move-form";
import type { AccountFormProps } from "./account-form-props";

/** Notes that a membership has run out. */
export function LapseForm({ locale, action, account }: AccountFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <MoveForm
      action={action}
      hidden={{ accountId: account.id, version: String(account.version) }}
      label={t("account.lapse.submit")}
      locale={locale}
      scope="lapse"
      variant="secondary"
    >
      <p className="max-w-measure">{t("account.lapse.consequences")}</p>
    </MoveForm>
  );
}
