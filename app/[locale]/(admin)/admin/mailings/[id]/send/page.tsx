import { notFound, redirect } from "next/navigation";
import { MailingPreview } from "@/components/mailings/mailing-preview";
import { StartPart } from "@/components/mailings/start-part";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireStaff } from "@/lib/core/auth/viewer";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import { startMailingAction, tryMailingAction } from "@/lib/mailings/actions";
import { listGaps } from "@/lib/mailings/mailing";
import { countLeftOut, countSelected, getMailing, isSentAlready } from "@/lib/mailings/queries";

export const generateMetadata = titled("mailings", "start.read");

/** A draft as it is saved, to whom it goes, and the button that sends just that. */
export default async function SendPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const it = id.success ? await getMailing(viewer, id.data) : null;
  if (!it) notFound();
  const writing = path(locale, `/admin/mailings/${it.id}`);
  if (it.state !== "draft") redirect(writing);
  const [counts, leftOut, isTwice] = await Promise.all([
    countSelected(viewer, it.id),
    countLeftOut(viewer, it.id),
    isSentAlready(viewer, it.id),
  ]);
  const t = getTranslator(locale, "mailings");
  const subject = pickText(it.subject, locale)?.text || t("untitled");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              { label: t("back"), href: path(locale, "/admin/mailings") },
              { label: subject, href: writing },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t(`kinds.${it.kind}.label`)}
        title={t("start.read")}
      />
      <div className="max-w-3xl space-y-14">
        <TitledPart id="preview" title={t("preview.title")}>
          <MailingPreview it={it} locale={locale} tryIt={tryMailingAction} />
        </TitledPart>
        <TitledPart id="start" title={t("start.title")}>
          <StartPart
            counts={counts}
            gaps={listGaps(it)}
            isSentAlready={isTwice}
            it={it}
            leftOut={leftOut}
            locale={locale}
            start={startMailingAction}
          />
        </TitledPart>
      </div>
    </>
  );
}
