import { notFound, redirect } from "next/navigation";
import { EntryTitle } from "@/components/entries/entry-title";
import { OwnerPanel } from "@/components/entries/owner-panel";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { listStandingWords } from "@/components/pages/page-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireStaff } from "@/lib/core/auth/viewer";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { reopenPageAction, withdrawPageAction, withdrawRevisionAction } from "@/lib/pages/actions";
import { isClubPage, PAGES } from "@/lib/pages/page";
import { canWritePages } from "@/lib/pages/policy";
import { getPage, listStandings } from "@/lib/pages/queries";
import { TakeDown } from "../../../../take-down";

const MOVES = { withdraw: withdrawPageAction, reopen: reopenPageAction };

export const generateMetadata = titled("clubPages", "title");

/** The club's text of one page: where it stands, and what administrators do with it. */
export default async function OwnPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireStaff();
  if (!canWritePages(viewer)) notFound();
  const own = await getOwnEntry(viewer, PAGES, slug, locale);
  // Until the club has begun its own text there is nothing here: it is begun in the list.
  if (!own) return isClubPage(slug) ? redirect(path(locale, "/admin/pages")) : notFound();
  const thing = (await getPage(viewer, slug)) ?? notFound();
  const standing = (await listStandings(viewer, today())).find(({ page }) => page === slug);
  const t = getTranslator(locale, "clubPages");
  const shared = { locale, noun: PAGES, own, viewer };
  return (
    <>
      <PageHeader
        actions={
          <LinkButton href={path(locale, `/${slug}`)} variant="secondary">
            {t("read")}
          </LinkButton>
        }
        before={
          <Breadcrumbs
            items={[{ label: t("title"), href: path(locale, "/admin/pages") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        title={<EntryTitle isHeading entry={own.content} locale={locale} noun={PAGES} />}
      />
      {thing.isHidden ? (
        <TakeDown kind="page" locale={locale} thing={thing} viewer={viewer} />
      ) : null}
      <OwnerPanel
        {...shared}
        actions={MOVES}
        isHidden={thing.isHidden}
        news={
          standing
            ? listStandingWords(standing, locale).map((words) => <p key={words}>{words}</p>)
            : null
        }
      />
      <RevisionPanel {...shared} withdraw={withdrawRevisionAction} />
    </>
  );
}
