import { notFound } from "next/navigation";
import { DuesDocument } from "@/components/dues/dues-document";
import { PdfPart } from "@/components/dues/pdf-part";
import { RelatedDocuments } from "@/components/dues/related-documents";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { requireAccount } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { askForDuesPdfAction } from "@/lib/dues/actions";
import { sheetTexts } from "@/lib/dues/dues-sheet";
import { getDuesDocument } from "@/lib/dues/own.queries";
import { getDuesPdfState } from "@/lib/dues/pdf.queries";
import { missingInPdf } from "@/lib/dues/pdf-characters";

export const generateMetadata = titled("dues", "own.title");

export default async function OwnDocumentPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const { id } = await params;
  const viewer = await requireAccount(locale, `/account/dues/${id}`);
  const key = rowId.safeParse(id);
  const document = key.success ? await getDuesDocument(viewer, key.data) : null;
  if (document?.accountId !== viewer.accountId) notFound();
  const t = getTranslator(locale, "dues");
  const { kind, number, others } = document;
  return (
    <>
      <div className="no-print">
        <PageHeader
          before={
            <Breadcrumbs
              items={[{ label: t("own.back"), href: path(locale, "/account/dues") }]}
              label={getTranslator(locale, "ui")("breadcrumbs")}
            />
          }
          title={t("numbered", { kind, number })}
        />
      </div>
      <div className="max-w-3xl space-y-8">
        <DuesDocument document={document} locale={locale} />
        <PdfPart
          action={askForDuesPdfAction}
          documentId={document.id}
          here={path(locale, `/account/dues/${document.id}`)}
          locale={locale}
          missing={missingInPdf(sheetTexts(document))}
          state={await getDuesPdfState(viewer, document.id)}
        />
        <RelatedDocuments base="/account/dues" locale={locale} others={others} />
      </div>
    </>
  );
}
