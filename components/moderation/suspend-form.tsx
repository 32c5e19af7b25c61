import { referenceOptions } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { wordsOptional } from "@/lib/moderation/words-optional";
import { KeyedForm } from "../ui/keyed-form";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { AccountFormProps } from "./account-form-props";

/** Closes the portal to an account, with a reason it is told. */
export function SuspendForm({ locale, action, account }: AccountFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <KeyedForm
      action={action}
      hidden={{ accountId: account.id, version: String(account.version) }}
      locale={locale}
      scope="suspend"
    >
      <p className="max-w-measure">{t("account.suspend.consequences")}</p>
      <SelectField
        emptyLabel={t("decide.chooseReason")}
        label={t("decide.reason")}
        name="reasonCode"
        options={referenceOptions("reasonsSuspension", locale)}
        required
      />
      <TextField
        hint={t("decide.wordsHint", { language: account.locale })}
        label={t("decide.words")}
        maxLength={WORDS_MAX}
        name="words"
        optional={wordsOptional(["reasonsSuspension"], locale)}
        rows={3}
      />
      <SubmitButton variant="danger">{t("account.suspend.submit")}</SubmitButton>
    </KeyedForm>
  );
}
