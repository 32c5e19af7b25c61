import { DocumentsTable } from "@/components/dues/documents-table";
import { LinkButton } from "@/components/ui/link-button";
import { TitledPart } from "@/components/ui/titled-part";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getPaidUntil, listDuesOf } from "@/lib/dues/own.queries";

type DuesPartProps = { viewer: Viewer; accountId: string; locale: Locale };

/** Until when a member has paid, what was issued to them, and the way to call them. */
export async function DuesPart({ viewer, accountId, locale }: DuesPartProps) {
  const [rows, until] = await Promise.all([
    listDuesOf(viewer, accountId),
    getPaidUntil(viewer, accountId),
  ]);
  const t = getTranslator(locale, "dues");
  return (
    <TitledPart id="dues" title={t("member.title")}>
      <div className="space-y-5">
        <p>{until ? t("member.until", { day: formatDay(until, locale) }) : t("member.unknown")}</p>
        {rows.length > 0 ? (
          <DocumentsTable
            base="/admin/dues"
            caption={t("member.title")}
            locale={locale}
            rows={rows}
          />
        ) : null}
        <LinkButton
          href={path(locale, "/admin/dues/call", { member: accountId })}
          variant="secondary"
        >
          {t("member.call")}
        </LinkButton>
      </div>
    </TitledPart>
  );
}
