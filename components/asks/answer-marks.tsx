import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { QuestionsPage } from "@/lib/entries/questions/queries";
import { Badge } from "../ui/badge";
import { MoveForm } from "../ui/move-form";

type AnswerMarksProps = {
  answer: QuestionsPage["questions"][number];
  locale: Locale;
  mark: FormAction;
};

/** Under an answer: that it helped, and for whoever asked the button that says so. */
export function AnswerMarks({ answer, locale, mark }: AnswerMarksProps) {
  const t = getTranslator(locale, "asks");
  const { id, version, helpedAt, may } = answer;
  if (!helpedAt && !may.answer) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 border-hairline border-l-4 pt-2 pl-4">
      {helpedAt ? <Badge tone="success">{t("page.helped")}</Badge> : null}
      {may.answer ? (
        <MoveForm
          action={mark}
          className="no-print"
          hidden={{ questionId: id, version: String(version) }}
          label={t(helpedAt ? "page.unmarkHelped" : "page.markHelped")}
          locale={locale}
          scope={`help-${id}`}
          size="small"
          variant={helpedAt ? "quiet" : "secondary"}
        />
      ) : null}
    </div>
  );
}
