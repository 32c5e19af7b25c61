import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { ANSWER_MAX } from "@/lib/interests/interest-limits";
import { ActionForm } from "../ui/action-form";
import { Checkbox } from "../ui/checkbox";
import { RadioGroup } from "../ui/radio-group";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type InterestFormProps = {
  action: FormAction;
  locale: Locale;
  projectId: string;
  /** One's organisations, the main one first. */
  organisations: { value: string; label: string }[];
  /** A first answer to "who are you". */
  about: string;
};

/** The three questions of an expression of interest. */
export function InterestForm(props: InterestFormProps) {
  const { action, locale, projectId, organisations, about } = props;
  const t = getTranslator(locale, "interests");
  return (
    <ActionForm
      action={action}
      className="space-y-8"
      copy={formCopy(locale)}
      hidden={{ projectId }}
      idempotencyKey={crypto.randomUUID()}
      locale={locale}
      requiredNote
    >
      <TextField
        hint={t("form.cooperationHint")}
        label={t("form.cooperation")}
        maxLength={ANSWER_MAX}
        name="cooperation"
        required
        rows={6}
      />
      <TextField
        hint={t("form.unclearHint")}
        label={t("form.unclear")}
        maxLength={ANSWER_MAX}
        name="unclear"
        required
        rows={6}
      />
      <TextField
        defaultValue={about}
        hint={t("form.aboutHint")}
        label={t("form.about")}
        maxLength={ANSWER_MAX}
        name="about"
        required
        rows={6}
      />
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
      <Checkbox hint={t("form.namedHint")} label={t("form.named")} name="isNamed" value="on" />
      <RadioGroup
        defaultValue={locale}
        legend={t("form.locale")}
        name="locale"
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAME[value] }))}
        required
      />
      <SubmitButton>{t("form.send")}</SubmitButton>
    </ActionForm>
  );
}
