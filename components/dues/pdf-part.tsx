import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { PdfState } from "@/lib/dues/pdf.queries";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";

type PdfPartProps = {
  documentId: string;
  state: PdfState;
  /** Characters that the PDF cannot show. */
  missing: string[];
  /** Address of this page, to look again. */
  here: string;
  action: FormAction;
  locale: Locale;
};

/** A document as PDF: asked for, being drawn, or there. */
export function PdfPart({ documentId, state, missing, here, action, locale }: PdfPartProps) {
  const t = getTranslator(locale, "dues");
  return (
    <section aria-labelledby="pdf" className="no-print space-y-3">
      <h2 className="font-semibold text-lg" id="pdf">
        {t("pdf.title")}
      </h2>
      {missing.length > 0 ? (
        <p className="max-w-measure">{t("pdf.missing", { characters: missing.join(" ") })}</p>
      ) : null}
      {state === "none" ? (
        <MoveForm
          action={action}
          hidden={{ documentId }}
          label={t("pdf.prepare")}
          locale={locale}
          scope="pdf"
          variant="secondary"
        />
      ) : null}
      {state === "waiting" ? (
        <>
          <p>{t("pdf.waiting")}</p>
          <LinkButton href={here} variant="secondary">
            {t("pdf.refresh")}
          </LinkButton>
        </>
      ) : null}
      {state === "drawn" ? (
        <LinkButton href={`/api/dues/${documentId}/pdf`} variant="secondary">
          {t("pdf.download")}
        </LinkButton>
      ) : null}
    </section>
  );
}
