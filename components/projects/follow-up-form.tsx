import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { FOLLOW_UP_ANSWERS, OUTCOME_WORDS } from "@/lib/projects/outcomes/follow-ups";
import type { FollowUp } from "@/lib/projects/outcomes/queries";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type FollowUpFormProps = { followUp: FollowUp; locale: Locale; action: FormAction };

/** The one question asked 6 or 12 months after an agreement. */
export function FollowUpForm({ followUp, locale, action }: FollowUpFormProps) {
  const t = getTranslator(locale, "outcomes");
  const { id, months, answer, words } = followUp;
  const heading = `follow-up-${months}`;
  return (
    <Card as="section" labelledBy={heading}>
      <h2 className="mb-4 scroll-mt-24 font-semibold text-lg" id={heading}>
        {t("followUp.title", { months })}
      </h2>
      <KeyedForm
        action={action}
        className="space-y-5"
        hidden={{ followUpId: id }}
        locale={locale}
        scope={heading}
      >
        <RadioGroup
          defaultValue={answer ?? undefined}
          legend={t("followUp.question")}
          name="answer"
          options={FOLLOW_UP_ANSWERS.map((value) => ({
            value,
            label: t(`followUp.answers.${value}`),
          }))}
          required
        />
        <TextField
          defaultValue={words ?? undefined}
          label={t("words")}
          maxLength={OUTCOME_WORDS}
          name="words"
          rows={3}
        />
        <SubmitButton>{t(answer ? "followUp.change" : "followUp.submit")}</SubmitButton>
      </KeyedForm>
    </Card>
  );
}
