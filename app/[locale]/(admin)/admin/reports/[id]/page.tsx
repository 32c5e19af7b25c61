import { notFound } from "next/navigation";
import { CaseDecision } from "@/components/moderation/case-decision";
import { DecisionBar } from "@/components/moderation/decision-bar";
import { DismissReports } from "@/components/moderation/dismiss-reports";
import { IdentityCard } from "@/components/moderation/identity-card";
import { NextLink } from "@/components/moderation/next-link";
import { ReportHeader } from "@/components/moderation/report-header";
import { ReportList } from "@/components/moderation/report-list";
import { Card } from "@/components/ui/card";
import { QuotedWords } from "@/components/ui/quoted-words";
import { TitledPart } from "@/components/ui/titled-part";
import { readRequest } from "@/lib/core/auth/request";
import { requireStaff } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { rowId } from "@/lib/core/text/fields";
import { dismissReportsAction } from "@/lib/moderation/actions";
import { getIdentity } from "@/lib/moderation/queries";
import { backToQueue } from "@/lib/moderation/queue-address";
import { getReported, type Reported } from "@/lib/moderation/reports.queries";
import { TakeDown } from "../../../../take-down";

export const generateMetadata = titled("admin", "reports.case.title");

export default async function ReportedPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const reported = id.success ? await getReported(viewer, id.data, locale) : null;
  if (!reported) notFound();
  const { subject, words, decision } = reported;
  const [author] = subject?.authors ?? [];
  const [identity, { page }] = await Promise.all([
    author ? getIdentity(viewer, author.accountId, locale) : null,
    readRequest(),
  ]);
  const t = getTranslator(locale, "admin");
  return (
    <>
      <ReportHeader back={backToQueue(page)} locale={locale} reported={reported} />
      <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="min-w-0 space-y-12">
          {words ? (
            <TitledPart id="thing" size="tight" title={t("reports.case.thing")}>
              <QuotedWords words={words} />
            </TitledPart>
          ) : null}
          <ReportList locale={locale} reported={reported} />
          {decision ? null : <DecisionBar locale={locale} />}
        </div>
        <aside aria-labelledby="decision" className="space-y-8">
          <Card>
            <h2 className="mb-4 font-semibold text-lg" id="decision">
              {t("decide.title")}
            </h2>
            <Deciding locale={locale} reported={reported} viewer={viewer} />
          </Card>
          <NextLink locale={locale} page={page} />
          {identity ? (
            <TitledPart id="identity" size="small" title={t("reports.case.author")}>
              <IdentityCard identity={identity} locale={locale} />
            </TitledPart>
          ) : null}
        </aside>
      </div>
    </>
  );
}

type DecidingProps = { reported: Reported; viewer: Viewer; locale: Locale };

/** What was decided; as long as nothing was, the two ways, for whoever may go them. */
async function Deciding({ reported, viewer, locale }: DecidingProps) {
  const t = getTranslator(locale, "admin");
  const { caseId, kind, subject, decision, mayDismiss, isOwn, isAppeal } = reported;
  const about = isAppeal ? "appealed" : "case";
  const thing = subject && { id: subject.id, isHidden: subject.isHidden };
  const panel = thing ? (
    <TakeDown kind={kind} locale={locale} thing={thing} viewer={viewer} />
  ) : null;
  if (decision) {
    return (
      <div className="space-y-4">
        <CaseDecision locale={locale} reported={reported} />
        {panel}
      </div>
    );
  }
  return (
    <div className="space-y-4">
      {subject ? null : <p>{t("reports.case.gone")}</p>}
      {panel}
      {subject?.isPublished && mayDismiss && !isAppeal ? (
        <p>{t("reports.case.takeDownHint")}</p>
      ) : null}
      {mayDismiss ? (
        <DismissReports
          action={dismissReportsAction}
          caseId={caseId}
          isAppeal={isAppeal}
          language={reported.language}
          locale={locale}
        />
      ) : (
        <p>{t(isOwn ? `reports.${about}.own` : "reports.case.notYours")}</p>
      )}
    </div>
  );
}
