import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { inBrackets } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import { portalText } from "@/lib/pages/portal-text";
import type { PageStanding } from "@/lib/pages/queries";
import { DataTable } from "../ui/data-table";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { VisuallyHidden } from "../ui/visually-hidden";

type PageTableProps = { standings: PageStanding[]; start: FormAction; locale: Locale };

/** The pages that the club may write itself, where each stands and what can be done about it. */
export function PageTable({ standings, start, locale }: PageTableProps) {
  const t = getTranslator(locale, "clubPages");
  return (
    <DataTable
      caption={t("title")}
      columns={[
        {
          key: "page",
          header: t("page"),
          rowHeader: true,
          cell: ({ page }) => (
            <a href={path(locale, `/${page}`)}>{portalText(page, locale).title}</a>
          ),
        },
        {
          key: "standing",
          header: t("standing"),
          cell: (row) => listStandingWords(row, locale).map((words) => <p key={words}>{words}</p>),
        },
        {
          key: "acts",
          header: t("acts"),
          cell: (row) => <Act locale={locale} row={row} start={start} />,
        },
      ]}
      rowKey={({ page }) => page}
      rows={standings}
    />
  );
}

/** What visitors read, what they will, and what is being written. */
export function listStandingWords({ own, since, from }: PageStanding, locale: Locale): string[] {
  const t = getTranslator(locale, "clubPages");
  const day = (value: string) => ({ day: formatDay(value, locale) });
  const words = [
    since ? t("own", day(since)) : t("portals"),
    from && t("coming", day(from)),
    own?.isHidden && t("hidden"),
    own?.moderation === "withdrawn" && t("withdrawn"),
    own?.moderation === "draft" && t("draft"),
    own?.isEdited && t("edit"),
  ];
  return words.filter((one) => typeof one === "string");
}

type ActProps = { row: PageStanding; start: FormAction; locale: Locale };

function Act({ row: { page, own }, start, locale }: ActProps) {
  const t = getTranslator(locale, "clubPages");
  const { title } = portalText(page, locale);
  if (!own) {
    return (
      <MoveForm
        about={title}
        action={start}
        hidden={{ page }}
        label={t("start")}
        locale={locale}
        scope={`start-${page}`}
        size="small"
        variant="secondary"
      />
    );
  }
  const here = pageOf({ entryKind: "page", slug: page });
  const isWritten = own.moderation === "draft" || own.isEdited;
  return (
    <LinkButton
      href={path(locale, isWritten ? `${here}/edit` : here)}
      size="small"
      variant="secondary"
    >
      {t(isWritten ? "goOn" : "open")}
      <VisuallyHidden>{inBrackets(title, locale)}</VisuallyHidden>
    </LinkButton>
  );
}
