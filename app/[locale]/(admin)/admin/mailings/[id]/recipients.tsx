import { redirect } from "next/navigation";
import { RecipientsTable } from "@/components/mailings/recipients-table";
import { FilterForm } from "@/components/ui/filter-form";
import { Pagination } from "@/components/ui/pagination";
import { SelectField } from "@/components/ui/select-field";
import { TitledPart } from "@/components/ui/titled-part";
import { RECIPIENT_STATES } from "@/db/enums";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { markBouncedAction } from "@/lib/mailings/actions";
import {
  listRecipients,
  type Mailing,
  RECIPIENTS_PER_PAGE,
  type StateCounts,
} from "@/lib/mailings/queries";
import { recipientsQuery } from "@/lib/mailings/schema";

type RecipientsProps = {
  it: Mailing;
  counts: StateCounts;
  asked: Record<string, string | string[] | undefined>;
  viewer: Viewer;
  locale: Locale;
};

/** The people a mailing goes to, page by page, those of one state or all. */
export async function Recipients({ it, counts, asked, viewer, locale }: RecipientsProps) {
  const { page, state } = recipientsQuery.parse(asked);
  const rows = await listRecipients(viewer, it.id, { page, state }, locale);
  const there = RECIPIENT_STATES.filter((one) => counts[one] || one === state);
  const total = state
    ? (counts[state] ?? 0)
    : there.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const t = getTranslator(locale, "mailings");
  const to = `/admin/mailings/${it.id}`;
  const kept = { state: state ?? undefined };
  if (rows.length === 0 && page > 1) redirect(path(locale, to, kept));
  return (
    <TitledPart id="people" title={t("recipients.title")}>
      <FilterForm label={t("recipients.filter")} locale={locale} to={to}>
        <SelectField
          defaultValue={state ?? undefined}
          emptyLabel={t("recipients.all")}
          label={t("recipients.state")}
          name="state"
          options={there.map((value) => ({ value, label: t(`recipients.states.${value}`) }))}
        />
      </FilterForm>
      {rows.length === 0 ? (
        <p className="text-muted">{t("recipients.none")}</p>
      ) : (
        <RecipientsTable bounce={markBouncedAction} locale={locale} mailingId={it.id} rows={rows} />
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={(number) => path(locale, to, { ...kept, page: number > 1 ? number : undefined })}
        page={page}
        pageCount={Math.ceil(total / RECIPIENTS_PER_PAGE)}
      />
    </TitledPart>
  );
}
