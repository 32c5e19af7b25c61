import { referenceItems, referenceLabel } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { OUTCOME_WORDS } from "@/lib/projects/outcomes/follow-ups";
import type { OwnOutcome } from "@/lib/projects/outcomes/queries";
import { Card } from "../ui/card";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type OutcomeFormProps = { project: OwnOutcome; locale: Locale; action: FormAction };

/** Which agreement a project has led to, said or corrected by its owner. */
export function OutcomeForm({ project, locale, action }: OutcomeFormProps) {
  const t = getTranslator(locale, "outcomes");
  const { id, outcome } = project;
  return (
    <Card as="section" labelledBy="record">
      <h2 className="mb-4 font-semibold text-lg" id="record">
        {t("record")}
      </h2>
      <KeyedForm
        action={action}
        className="space-y-5"
        hidden={{ projectId: id, before: outcome?.agreementKind ?? "" }}
        locale={locale}
        scope="record"
      >
        <RadioGroup
          defaultValue={outcome?.agreementKind}
          legend={t("kind")}
          name="agreementKind"
          options={referenceItems("agreementKinds").map(({ slug, label, definition }) => ({
            value: slug,
            label: label[locale],
            hint: definition?.[locale],
          }))}
          required
        />
        <TextField
          defaultValue={outcome?.words ?? undefined}
          hint={t("wordsHint", { kind: referenceLabel("agreementKinds", "other", locale) })}
          label={t("words")}
          maxLength={OUTCOME_WORDS}
          name="words"
          rows={3}
        />
        <Checkbox
          defaultChecked={outcome?.isPublic ?? false}
          hint={t("isPublicHint")}
          label={t("isPublic")}
          name="isPublic"
          value="on"
        />
        <SubmitButton>{t(outcome ? "correct" : "submit")}</SubmitButton>
      </KeyedForm>
    </Card>
  );
}
