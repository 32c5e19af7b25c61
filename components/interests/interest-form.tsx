import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { leastLengthIn } from "@/lib/core/text/least-length";
import { ANSWER_MAX, ANSWER_MIN } from "@/lib/interests/interest-limits";
import { unnamedWords } from "@/lib/interests/interest-words";
import { choiceWords } from "@/lib/projects/choice-words";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { buttonStyle } from "../ui/button-style";
import { Checkbox } from "../ui/checkbox";
import { FoldedFields } from "../ui/folded-fields";
import { KeyedForm } from "../ui/keyed-form";
import { LanguageField } from "../ui/language-field";
import { leavingCopy } from "../ui/leaving-copy";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";
import { ToldOnLeaving } from "../ui/told-on-leaving";
import { UseText } from "../ui/use-text";

type InterestFormProps = {
  action: FormAction;
  locale: Locale;
  projectId: string;
  /** One's organisations, the main one first. */
  organisations: { value: string; label: string }[];
  /** What one's profile says of who one is. */
  about: string;
  /** What is shown of one's sectors without one's name, in whose place, and how many people must fit it. */
  unnamed: { chosen: string[]; shown: string[]; least: number };
};

/** What one proposes, by name unless one would rather not; what else there is to say may be added. */
export function InterestForm(props: InterestFormProps) {
  const { action, locale, projectId, organisations, about, unnamed } = props;
  const t = getTranslator(locale, "interests");
  const length = { least: leastLengthIn(locale, ANSWER_MIN), most: ANSWER_MAX };
  return (
    <KeyedForm
      action={action}
      className="space-y-8"
      hidden={{ projectId }}
      locale={locale}
      requiredNote
    >
      <AskOnLeaving />
      <div className="space-y-1.5">
        <TextField
          hint={t("form.cooperationHint", length)}
          label={t("form.cooperation")}
          maxLength={ANSWER_MAX}
          name="cooperation"
          required
          rows={6}
        />
        <ToldOnLeaving
          copy={leavingCopy(locale, ANSWER_MIN)}
          least={ANSWER_MIN}
          most={ANSWER_MAX}
          name="cooperation"
        />
      </div>
      <FoldedFields label={t("form.more")} labelClass={buttonStyle("quiet", "small")}>
        {(["unclear", "about"] as const).map((name) => (
          <TextField
            hint={t(`form.${name}Hint`, length)}
            key={name}
            label={t(`form.${name}`)}
            maxLength={ANSWER_MAX}
            name={name}
            rows={4}
          />
        ))}
        <ProfileText locale={locale} text={about} />
      </FoldedFields>
      {organisations.length > 0 ? (
        <SelectField
          defaultValue={organisations[0]?.value}
          label={t("form.organisation")}
          name="organisationId"
          options={[...organisations, { value: "", label: t("form.alone") }]}
          required
          width="medium"
        />
      ) : null}
      <div className="group/named">
        <Checkbox
          defaultChecked
          hint={t("form.namedHint")}
          label={t("form.named")}
          name="isNamed"
          value="on"
        />
        <UnnamedWords locale={locale} unnamed={unnamed} />
      </div>
      <LanguageField label={t("form.locale")} name="locale" value={locale} />
      <SubmitButton>{t("form.send")}</SubmitButton>
    </KeyedForm>
  );
}

type UnnamedWordsProps = Pick<InterestFormProps, "locale" | "unnamed">;

/** What the project's owner reads of somebody who does not show their name. */
function UnnamedWords({ unnamed, locale }: UnnamedWordsProps) {
  const t = getTranslator(locale, "interests");
  const { chosen, shown, least } = unnamed;
  const words = choiceWords("sectors", chosen, locale);
  return (
    <p className="mt-2 text-pretty text-secondary text-sm group-has-checked/named:hidden">
      {t("form.unnamed", { shown: unnamedWords(shown, locale) })}
      {shown.join() === chosen.join() ? null : (
        <span className="mt-1 block">{t("form.unnamedCoarser", { chosen: words, least })}</span>
      )}
    </p>
  );
}

/** The directory finds who wrote it: offered, never sent unasked. */
function ProfileText({ text, locale }: { text: string; locale: Locale }) {
  if (text === "") return null;
  const t = getTranslator(locale, "interests");
  return (
    <details className="-mt-4">
      <summary className="inline-flex min-h-11 items-center font-semibold text-link">
        {t("form.profile")}
      </summary>
      <p className="max-w-measure text-pretty text-muted text-sm">{t("form.profileHint")}</p>
      <p className="my-3 max-w-measure whitespace-pre-line text-pretty" dir="auto">
        {text}
      </p>
      <UseText
        fieldId="field-about"
        label={t("form.profileUse")}
        language={inBrackets(LOCALE_NAME[locale], locale)}
        text={text}
      />
    </details>
  );
}
