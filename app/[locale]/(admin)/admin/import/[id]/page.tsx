import { notFound } from "next/navigation";
import { ImportLinks } from "@/components/arrivals/import-links";
import { DraftPanel } from "@/components/imports/draft-panel";
import { EndedPanel } from "@/components/imports/ended-panel";
import { ProgressPanel } from "@/components/imports/progress-panel";
import { StateBadge } from "@/components/imports/state-badge";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { sendLinksAction } from "@/lib/arrivals/actions";
import { areLinksLeaving, countArrivals } from "@/lib/arrivals/waiting.queries";
import { requireStaff } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { rowId } from "@/lib/core/text/fields";
import {
  chooseRowsAction,
  discardImportAction,
  mapImportAction,
  mendImportAction,
  startImportAction,
  undoImportAction,
} from "@/lib/imports/actions";
import { checkImport } from "@/lib/imports/check.queries";
import { getImport, nameKept } from "@/lib/imports/queries";

export const generateMetadata = titled("imports", "page.title");

const DRAFT_ACTIONS = {
  map: mapImportAction,
  mend: mendImportAction,
  choose: chooseRowsAction,
  start: startImportAction,
  discard: discardImportAction,
};

export default async function ImportPage({ params }: PageProps<"id">) {
  const locale = await pageLocale(params);
  const viewer = await requireStaff();
  const id = rowId.safeParse((await params).id);
  const it = id.success ? await getImport(viewer, id.data) : null;
  if (!it) notFound();
  const t = getTranslator(locale, "imports");
  const isDraft = it.state === "ready" || it.state === "failed";
  const isAtWork = it.state === "running" || it.state === "undoing";
  const checked = isDraft ? await checkImport(viewer, it) : null;
  const [kept, arrivals] = await Promise.all([
    nameKept(viewer, it.kept, locale),
    it.state === "done" ? countArrivals(viewer, it.id) : null,
  ]);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("page.back"), href: path(locale, "/admin/import") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={<StateBadge locale={locale} state={it.state} />}
        title={it.fileName || t("page.title")}
      />
      <div className="max-w-3xl space-y-14">
        {isDraft ? (
          <DraftPanel actions={DRAFT_ACTIONS} checked={checked} it={it} locale={locale} />
        ) : null}
        {isAtWork ? <ProgressPanel it={it} locale={locale} /> : null}
        {arrivals && arrivals.all > 0 ? (
          <ImportLinks
            count={arrivals["no-link"]}
            importId={it.id}
            isLeaving={await areLinksLeaving(viewer)}
            locale={locale}
            send={sendLinksAction}
          />
        ) : null}
        {isDraft || isAtWork ? null : (
          <EndedPanel it={it} kept={kept} locale={locale} undo={undoImportAction} />
        )}
      </div>
    </>
  );
}
