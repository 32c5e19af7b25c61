import { formCopy } from "@/lib/core/i18n/form-copy";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { ActionForm } from "../ui/action-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { AccountFormProps } from "./account-form-props";

/** Opens the portal to an account again. */
export function ReinstateForm({ locale, action, account, idempotencyKey }: AccountFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <ActionForm
      action={action}
      copy={formCopy(locale)}
      hidden={{ accountId: account.id, version: String(account.version) }}
      idempotencyKey={idempotencyKey}
      locale={locale}
      scope="reinstate"
    >
      <p className="max-w-measure">{t("account.reinstate.consequences")}</p>
      <TextField
        hint={t("decide.wordsHint", { language: account.locale })}
        label={t("decide.words")}
        maxLength={WORDS_MAX}
        name="words"
        rows={3}
      />
      <SubmitButton>{t("account.reinstate.submit")}</SubmitButton>
    </ActionForm>
  );
}
