import { notFound } from "next/navigation";
import { ReportForm } from "@/components/moderation/report-form";
import { NarrowPage } from "@/components/ui/narrow-page";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { env } from "@/lib/core/env";
import { LANGUAGE_TAG } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { PROMISES } from "@/lib/core/i18n/promises";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { reportAction, reportAsVisitorAction } from "@/lib/moderation/actions";
import { getReportable } from "@/lib/moderation/reportable.queries";
import { readReported } from "@/lib/moderation/reports.schema";

type ReportProps = PageProps<"kind" | "id">;

export const generateMetadata = titled("admin", "reports.title");

export default async function ReportPage({ params }: ReportProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const reader = mayRead(viewer) ? viewer : null;
  const asked = readReported(await params);
  const thing = asked && (await getReportable(reader, asked, locale));
  if (!thing) notFound();
  const t = getTranslator(locale, "admin");
  const { kind, called, title, to } = thing;
  return (
    <NarrowPage
      after={
        <p>
          <a href={path(locale, to)}>{t("reports.back")}</a>
        </p>
      }
      lead={t("reports.lead", { reviewDays: PROMISES.reviewDays })}
      title={t("reports.title")}
    >
      <div className="mb-6 space-y-3">
        <p className="font-semibold">
          {t("reports.about", { kind: called })}
          {title ? (
            <>
              {" · "}
              <span lang={title.lang ? LANGUAGE_TAG[title.lang] : undefined}>{title.text}</span>
            </>
          ) : null}
        </p>
        {kind === "message" ? <p>{t("reports.isRead")}</p> : null}
        <p>
          {reader ? t("reports.answer") : t("reports.visitor", { contact: env().CLUB_CONTACT })}
        </p>
      </div>
      <ReportForm
        action={reader ? reportAction : reportAsVisitorAction}
        locale={locale}
        thing={thing}
      />
    </NarrowPage>
  );
}
