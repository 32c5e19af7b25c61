import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { Reported } from "@/lib/moderation/reports.queries";
import { waitingWords } from "@/lib/moderation/waiting-words";
import { Badge } from "../ui/badge";
import { Breadcrumbs } from "../ui/breadcrumbs";
import { PageHeader } from "../ui/page-header";

type ReportHeaderProps = {
  reported: Reported;
  locale: Locale;
  /** The list it was opened from. */
  back: string;
};

/** What was reported, and since when that waits. */
export function ReportHeader({ reported, locale, back }: ReportHeaderProps) {
  const t = getTranslator(locale, "admin");
  const { called: kind, title, to, reports, decision, isAppeal } = reported;
  const [first] = reports;
  return (
    <PageHeader
      actions={to ? <a href={path(locale, to)}>{t("reports.case.live")}</a> : undefined}
      before={
        <Breadcrumbs
          items={[{ label: t("back"), href: path(locale, back) }]}
          label={getTranslator(locale, "ui")("breadcrumbs")}
        />
      }
      eyebrow={
        <>
          <Badge tone="danger">{t(isAppeal ? "reports.appeal" : "reports.case.title")}</Badge>
          <Badge>{t("reports.about", { kind })}</Badge>
          {decision || !first ? null : <span>{waitingWords(first.createdAt, locale)}</span>}
        </>
      }
      title={<span lang={title.lang ? LANGUAGE_TAG[title.lang] : undefined}>{title.text}</span>}
    />
  );
}
