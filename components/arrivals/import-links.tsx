import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { MoveForm } from "../ui/move-form";
import { TitledPart } from "../ui/titled-part";
import { LinksLeaving } from "./links-leaving";

type ImportLinksProps = {
  importId: string;
  count: number;
  /** Whether links that were asked for still leave. */
  isLeaving: boolean;
  send: FormAction;
  locale: Locale;
};

/** How many people of a file have no link yet, and the button that mails it to them. */
export function ImportLinks({ importId, count, isLeaving, send, locale }: ImportLinksProps) {
  const t = getTranslator(locale, "arrivals");
  return (
    <TitledPart id="links" title={t("ofImport.title")}>
      <div className="max-w-measure space-y-4">
        <p>{t("ofImport.text", { count })}</p>
        {isLeaving ? (
          <LinksLeaving here={path(locale, `/admin/import/${importId}`)} locale={locale} />
        ) : null}
        {count > 0 && !isLeaving ? (
          <>
            <p className="text-muted text-sm">{t("link.note")}</p>
            <MoveForm
              action={send}
              hidden={{ importId }}
              label={t("ofImport.send", { count })}
              locale={locale}
              scope="links"
            />
          </>
        ) : null}
        <p>
          <a href={path(locale, "/admin/import/pending")}>{t("ofImport.list")}</a>
        </p>
      </div>
    </TitledPart>
  );
}
