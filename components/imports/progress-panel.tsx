import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Import } from "@/lib/imports/queries";
import { LinkButton } from "../ui/link-button";
import { TitledPart } from "../ui/titled-part";

/** How far the worker is; the page can be left, and read again. */
export function ProgressPanel({ it, locale }: { it: Import; locale: Locale }) {
  const t = getTranslator(locale, "imports");
  return (
    <TitledPart id="progress" title={t("page.run.title")}>
      <div className="space-y-5">
        {it.state === "running" ? (
          <>
            <progress
              aria-labelledby="progress"
              className="block h-3 w-full max-w-md accent-link"
              max={it.rowCount}
              value={it.progress}
            />
            <p>{t("page.run.rows", { done: it.progress, total: it.rowCount })}</p>
          </>
        ) : (
          <p>{t("page.run.undoing")}</p>
        )}
        <p>{t("page.run.leave")}</p>
        <LinkButton href={path(locale, `/admin/import/${it.id}`)} variant="secondary">
          {t("page.run.refresh")}
        </LinkButton>
      </div>
    </TitledPart>
  );
}
