import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { WORDS_MAX, WORDS_MIN } from "@/lib/introductions/introduction-limits";
import type { GoBetween } from "@/lib/introductions/passing.queries";
import { shownName } from "@/lib/members/member-card";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type IntroductionFormProps = {
  action: FormAction;
  locale: Locale;
  memberId: string;
  /** What the message starts with. */
  words?: string;
  /** Who may be asked to pass it on. */
  goBetweens?: readonly GoBetween[];
  /** How the service is called that may translate it; null without one. */
  provider: string | null;
};

/** Why one would like to talk, and in which language. */
export function IntroductionForm(props: IntroductionFormProps) {
  const { action, locale, memberId, words, goBetweens = [], provider } = props;
  const t = getTranslator(locale, "introductions");
  const machine = getTranslator(locale, "machine");
  const length = { least: leastLengthIn(locale, WORDS_MIN), most: WORDS_MAX };
  return (
    <KeyedForm
      action={action}
      className="space-y-8"
      hidden={{ memberId }}
      locale={locale}
      requiredNote
    >
      <AskOnLeaving />
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
      {provider ? (
        <Checkbox
          hint={machine("introduction.tickHint", { provider })}
          label={machine("introduction.tick")}
          name="isAllowed"
          value="on"
        />
      ) : null}
      {goBetweens.length > 0 ? (
        <SelectField
          emptyLabel={t("ask.directly")}
          hint={t("ask.throughHint")}
          label={t("ask.through")}
          name="goBetweenId"
          options={goBetweens.map((one) => ({
            value: one.memberId,
            label: shownName(one, locale).text,
          }))}
        />
      ) : null}
      <SubmitButton>{t("ask.send")}</SubmitButton>
    </KeyedForm>
  );
}
