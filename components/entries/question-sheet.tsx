import type { EntryKind } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { QuestionSheet as Sheet } from "@/lib/entries/questions/sheet.queries";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { QuestionSheetRow } from "./question-sheet-row";

type QuestionSheetProps = { sheet: Sheet; kind: EntryKind; locale: Locale; action: FormAction };

/** What of the questions under an entry its reader translates into a language; or how much waits, and who may. */
export function QuestionSheet({ sheet, kind, locale, action }: QuestionSheetProps) {
  const t = getTranslator(locale, "translations");
  const { rows, missing, to, isCut } = sheet;
  if (rows.length === 0) {
    return missing === 0 ? (
      <EmptyState
        text={t("questions.doneText", { kind })}
        title={t("questions.doneTitle", { language: to })}
      />
    ) : (
      <EmptyState
        action={
          <LinkButton href={path(locale, "/account/profile")} variant="secondary">
            {t("questions.toProfile")}
          </LinkButton>
        }
        text={t("questions.notYours")}
        title={t("questions.missing", { kind, count: missing, language: to })}
      />
    );
  }
  return (
    <>
      {missing > 0 ? (
        <p className="mb-4">{t("questions.missing", { kind, count: missing, language: to })}</p>
      ) : null}
      <ul className="border-hairline border-b">
        {rows.map((row) => (
          <QuestionSheetRow
            action={action}
            key={row.id}
            kind={kind}
            locale={locale}
            row={row}
            to={to}
          />
        ))}
      </ul>
      {isCut ? <p className="mt-4 text-secondary">{t("questions.more")}</p> : null}
    </>
  );
}
