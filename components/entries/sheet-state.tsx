import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import type { TranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { Notice } from "../ui/notice";

type SheetStateProps = { sheet: TranslationSheet; locale: Locale };

/** What becomes of a saved or accepted translation, or why none can be saved now; nothing for a draft. */
export function SheetState({ sheet, locale }: SheetStateProps) {
  const t = getTranslator(locale, "translations");
  const { isOwn, canSave, isPublished, revision, slug } = sheet;
  const { kind } = sheet.noun;
  if (!isOwn || (canSave && !isPublished)) return null;
  if (!canSave) {
    const isBeingRead = revision === "submitted";
    const title = t(isBeingRead ? "beingRead.title" : "closed");
    return (
      <Notice className="mb-8" title={title} tone="warning">
        {t(isBeingRead ? "beingRead.text" : `${kind}.closed`)}
      </Notice>
    );
  }
  return (
    <Notice className="mb-8" title={t("inEdit.title")}>
      <p>{t(`${kind}.inEdit`)}</p>
      {revision ? (
        <p>
          <a href={path(locale, `${pageOf({ entryKind: kind, slug })}/edit`, { step: "check" })}>
            {t("inEdit.check")}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}
