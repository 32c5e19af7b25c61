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
  /** What those who read the words read letters in, where it is one. */
  language: Locale | null;
};

/** That nothing is taken down, with the words that whoever reported it reads. */
export function DismissReports(props: DismissReportsProps) {
  const { caseId, action, locale, isAppeal, language } = props;
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
          {...(language && { hint: t("decide.wordsHint", { language }) })}
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
