import type { TakenDownType } from "@/db/enums";
import { referenceOptions } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { wordsOptional } from "@/lib/moderation/words-optional";
import { LateSelectField } from "../ui/late-select-field";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";

type ReportFormProps = {
  thing: { kind: TakenDownType; id: string };
  action: FormAction;
  locale: Locale;
};

/** Why something is reported, and what the club team should know of it. */
export function ReportForm({ thing, action, locale }: ReportFormProps) {
  const t = getTranslator(locale, "admin");
  const { kind, id } = thing;
  return (
    <MoveForm
      action={action}
      className="space-y-6"
      hidden={{ kind, id }}
      label={t("reports.submit")}
      locale={locale}
      scope="report"
    >
      <LateSelectField
        emptyLabel={t("decide.chooseReason")}
        label={t("decide.reason")}
        name="reasonCode"
        options={referenceOptions("reasonsReport", locale)}
        required
      />
      <TextField
        label={t("reports.words")}
        maxLength={WORDS_MAX}
        name="words"
        optional={wordsOptional(["reasonsReport"], locale)}
        rows={4}
      />
    </MoveForm>
  );
}
