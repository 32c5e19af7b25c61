import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { type Proof, ProvenForm } from "../ui/proven-form";
import { TextField } from "../ui/text-field";

type EndMembershipFormProps = {
  account: { id: string; version: number; locale: Locale };
  action: FormAction;
  proof: Proof;
  /** The page it stands on. */
  here: string;
  locale: Locale;
};

/** Notes that a person has left the club, with words they are written, behind the password of whoever notes it. */
export function EndMembershipForm(props: EndMembershipFormProps) {
  const { locale, action, account, proof, here } = props;
  const t = getTranslator(locale, "admin");
  return (
    <ProvenForm
      action={action}
      here={here}
      hidden={{ accountId: account.id, version: String(account.version) }}
      locale={locale}
      proof={proof}
      scope="leave"
      submit={t("held.leave.submit")}
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
    </ProvenForm>
  );
}
