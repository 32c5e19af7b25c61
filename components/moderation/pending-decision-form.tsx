import { referenceOptions } from "@/db/reference/lists";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ACCOUNT_VERDICTS } from "@/lib/moderation/schema";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { wordsOptional } from "@/lib/moderation/words-optional";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import type { AccountFormProps } from "./account-form-props";

const FOLDED = "supports-[selector(:has(a))]:hidden";

/** Lets a pending account in, or declines it; the reason asked for follows the verdict, also without JavaScript. */
export function PendingDecisionForm({ locale, action, account }: AccountFormProps) {
  const t = getTranslator(locale, "admin");
  return (
    <KeyedForm
      action={action}
      className="group/decide space-y-6"
      hidden={{ accountId: account.id, version: String(account.version) }}
      locale={locale}
    >
      <RadioGroup
        legend={t("pending.verdict")}
        name="verdict"
        options={ACCOUNT_VERDICTS.map((value) => ({
          value,
          label: t(`pending.options.${value}.label`),
          hint: t(`pending.options.${value}.hint`),
        }))}
        required
      />
      <div className={`${FOLDED} group-has-[[value=refused]:checked]/decide:block`}>
        <SelectField
          emptyLabel={t("decide.chooseReason")}
          label={t("pending.reason")}
          name="refusalReason"
          options={referenceOptions("reasonsApplicationRefusal", locale)}
          required
        />
      </div>
      <div className={`${FOLDED} group-has-[[name=verdict]:checked]/decide:block`}>
        <TextField
          hint={t("decide.wordsHint", { language: account.locale })}
          label={t("decide.words")}
          maxLength={WORDS_MAX}
          name="words"
          optional={wordsOptional(["reasonsApplicationRefusal"], locale)}
          rows={4}
        />
      </div>
      <SubmitButton className="w-full">{t("decide.submit")}</SubmitButton>
    </KeyedForm>
  );
}
