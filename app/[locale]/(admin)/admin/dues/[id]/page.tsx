import { notFound } from "next/navigation";
import { CancelForm } from "@/components/dues/cancel-form";
import { DuesDocument } from "@/components/dues/dues-document";
import { PaymentForm } from "@/components/dues/payment-form";
import { PdfPart } from "@/components/dues/pdf-part";
import { RelatedDocuments } from "@/components/dues/related-documents";
import { StateBadge } from "@/components/dues/state-badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { askForDuesPdfAction, cancelDuesAction, recordPaymentAction } from "@/lib/dues/actions";
import { callState } from "@/lib/dues/call-state";
import { sheetTexts } from "@/lib/dues/dues-sheet";
import { getDuesDocument } from "@/lib/dues/own.queries";
import { getDuesPdfState } from "@/lib/dues/pdf.queries";
import { missingInPdf } from "@/lib/dues/pdf-characters";
import { canCancelCall, canCancelReceipt, canManageDues, canPayCall } from "@/lib/dues/policy";
import { DUES_MAX } from "@/lib/dues/schema";
import { wayBack } from "../../../../way-back";

export const generateMetadata = titled("dues", "page.title");

export default async function DuesDocumentPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const isAllowed = canManageDues(viewer) && id.success;
  const document = isAllowed ? await getDuesDocument(viewer, id.data) : null;
  if (!document) notFound();
  const t = getTranslator(locale, "dues");
  const { kind, number, amountCents } = document;
  const mayPay = kind === "call" && canPayCall(viewer, document);
  const mayCancel = kind === "call" ? canCancelCall : canCancelReceipt;
  return (
    <>
      <div className="no-print">
        <PageHeader
          before={
            <Breadcrumbs
              items={[{ label: t("page.title"), href: await wayBack(locale, "/admin/dues") }]}
              label={getTranslator(locale, "ui")("breadcrumbs")}
            />
          }
          eyebrow={
            kind === "call" ? <StateBadge locale={locale} state={callState(document)} /> : null
          }
          title={t("numbered", { kind, number })}
        />
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[1fr_24rem]">
        <DuesDocument document={document} locale={locale} />
        <div className="no-print space-y-6">
          {mayPay ? (
            <Card as="section" labelledBy="pay">
              <h2 className="mb-3 font-semibold text-lg" id="pay">
                {t("pay.title")}
              </h2>
              <PaymentForm
                action={recordPaymentAction}
                amountCents={amountCents}
                documentId={document.id}
                locale={locale}
                today={today()}
              />
            </Card>
          ) : null}
          <PdfPart
            action={askForDuesPdfAction}
            documentId={document.id}
            here={path(locale, `/admin/dues/${document.id}`)}
            locale={locale}
            missing={missingInPdf(sheetTexts(document))}
            state={await getDuesPdfState(viewer, document.id)}
          />
          <RelatedDocuments base="/admin/dues" locale={locale} others={document.others} />
          {kind !== "cancellation" && mayCancel(viewer, document) ? (
            <CancelForm
              action={cancelDuesAction}
              documentId={document.id}
              kind={kind}
              locale={locale}
              wordsMax={DUES_MAX.words}
            />
          ) : null}
        </div>
      </div>
    </>
  );
}
