import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { WORDS_MAX } from "@/lib/moderation/words-limit";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";

type DismissReportsProps = {
  caseId: string;
  action: FormAction;
  locale: Locale;
  /** What was taken down stays so. */
  isAppeal: boolean;
};

/** That nothing is taken down, with the words that whoever reported it reads. */
export function DismissReports({ caseId, action, locale, isAppeal }: DismissReportsProps) {
  const t = getTranslator(locale, "admin");
  const left = isAppeal ? "appealed" : "case";
  return (
    <div className="space-y-3 border-hairline border-t pt-6">
      <h3 className="font-semibold">{t(`reports.${left}.leave`)}</h3>
      <p>{t(`reports.${left}.leaveText`)}</p>
      <MoveForm
        action={action}
        hidden={{ caseId }}
        label={t(`reports.${left}.leaveSubmit`)}
        locale={locale}
        scope="dismiss"
        variant="secondary"
      >
        <TextField
          label={t("reports.case.leaveWords")}
          maxLength={WORDS_MAX}
          name="words"
          required
          rows={3}
        />
      </MoveForm>
    </div>
  );
}
