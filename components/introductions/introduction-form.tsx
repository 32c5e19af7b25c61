import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { WORDS_MAX, WORDS_MIN } from "@/lib/introductions/introduction-limits";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type IntroductionFormProps = {
  action: FormAction;
  locale: Locale;
  memberId: string;
  /** What the message starts with. */
  words?: string;
};

/** Why one would like to talk, and in which language. */
export function IntroductionForm({ action, locale, memberId, words }: IntroductionFormProps) {
  const t = getTranslator(locale, "introductions");
  const length = { least: leastLengthIn(locale, WORDS_MIN), most: WORDS_MAX };
  return (
    <KeyedForm
      action={action}
      className="space-y-8"
      hidden={{ memberId }}
      locale={locale}
      requiredNote
    >
      <TextField
        defaultValue={words}
        hint={t("ask.wordsHint", length)}
        label={t("ask.words")}
        maxLength={WORDS_MAX}
        name="words"
        required
        rows={6}
      />
      <LanguageField label={t("ask.locale")} name="locale" value={locale} />
      <SubmitButton>{t("ask.send")}</SubmitButton>
    </KeyedForm>
  );
}
