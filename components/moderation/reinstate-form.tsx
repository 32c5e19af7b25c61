import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { KeyedForm } from "../ui/keyed-form";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { AccountFormProps } from "./account-form-props";

/** Opens the portal to an account again. */
export function ReinstateForm({ locale, action, account }: AccountFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <KeyedForm
      action={action}
      hidden={{ accountId: account.id, version: String(account.version) }}
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
    </KeyedForm>
  );
}
