import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Import } from "@/lib/imports/queries";
import { Bar } from "../ui/bar";
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
            <Bar
              className="max-w-md"
              percent={Math.floor((100 * it.progress) / Math.max(1, it.rowCount))}
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
