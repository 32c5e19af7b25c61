import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { TranslationSheet } from "@/lib/projects/translations/queries";
import { Notice } from "../ui/notice";

type SheetStateProps = { sheet: TranslationSheet; locale: Locale };

/** What becomes of a saved or accepted translation, or why none can be saved now; nothing for a draft. */
export function SheetState({ sheet, locale }: SheetStateProps) {
  const t = getTranslator(locale, "translations");
  const { isOwn, canSave, isPublished, revision, slug } = sheet;
  if (!isOwn || (canSave && !isPublished)) return null;
  if (!canSave) {
    const why = revision === "submitted" ? "beingRead" : "closed";
    return (
      <Notice className="mb-8" title={t(`${why}.title`)} tone="warning">
        {t(`${why}.text`)}
      </Notice>
    );
  }
  return (
    <Notice className="mb-8" title={t("inEdit.title")}>
      <p>{t("inEdit.text")}</p>
      {revision ? (
        <p>
          <a href={path(locale, `/projects/${slug}/edit`, { step: "check" })}>
            {t("inEdit.check")}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}
