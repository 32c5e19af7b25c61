import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";
import type { AccountFormProps } from "./account-form-props";

/** Notes that a person has left the club, with words they are written. */
export function EndMembershipForm(props: Omit<AccountFormProps, "idempotencyKey">) {
  const { locale, action, account } = props;
  const t = getTranslator(locale, "admin");
  return (
    <MoveForm
      action={action}
      hidden={{ accountId: account.id, version: String(account.version) }}
      label={t("held.leave.submit")}
      locale={locale}
      scope="leave"
      variant="danger"
    >
      <p className="max-w-measure">{t("held.leave.consequences")}</p>
      <TextField
        hint={t("decide.wordsHint", { language: account.locale })}
        label={t("decide.words")}
        maxLength={WORDS_MAX}
        name="words"
        rows={3}
      />
    </MoveForm>
  );
}
