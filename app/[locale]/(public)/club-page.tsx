import type { Metadata } from "next";
import type { ReactNode } from "react";
import { PageProse } from "@/components/pages/page-prose";
import { SilkPicture } from "@/components/shell/silk-picture";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import { formatDay, today } from "@/lib/core/dates";
import { env } from "@/lib/core/env";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import type { PickedText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { pageOf } from "@/lib/entries/noun";
import { getPageInForce, getPageToCome } from "@/lib/pages/in-force.queries";
import type { ClubPage as Page } from "@/lib/pages/page";
import { pageView } from "@/lib/pages/page-view";
import { canWritePages } from "@/lib/pages/policy";
import { charterVersion, WRITTEN_ON } from "@/lib/pages/portal-text";
import { publicMetadata } from "./public-metadata";

export type ClubPageProps = PageProps;

/** The text in force, or the one to come where the address asks for it. */
async function readPage(page: Page, { params, searchParams }: ClubPageProps) {
  const locale = await pageLocale(params);
  const inForce = await getPageInForce(page, today());
  const toCome = await getPageToCome(page, today());
  const isComing = toCome !== null && (await searchParams).version === "coming";
  const shown = isComing ? toCome : inForce;
  const view = pageView(page, shown?.content ?? null, locale, shown?.stale);
  return { locale, toCome, isComing, shown, view };
}

/** What search engines and shared links say of a page of the club; one to come is not theirs yet. */
export const clubPageMetadata =
  (page: Page) =>
  async (props: ClubPageProps): Promise<Metadata> => {
    const { locale, isComing, view } = await readPage(page, props);
    const { title, description } = view;
    const metadata = await publicMetadata({
      locale,
      to: `/${page}`,
      title: title.text,
      description,
    });
    return isComing ? { ...metadata, robots: { index: false } } : metadata;
  };

type Drawn = ClubPageProps & {
  page: Page;
  /** Below its first part. */
  afterFirst?: ReactNode;
  proseClassName?: string;
  children?: ReactNode;
};

/** A page that the club may write itself: its text, since when it holds, and what comes next. */
export async function ClubPage({ page, afterFirst, proseClassName, children, ...props }: Drawn) {
  const { locale, toCome, isComing, shown, view } = await readPage(page, props);
  const t = getTranslator(locale, "clubPages");
  const here = path(locale, `/${page}`);
  const day = toCome ? formatDay(toCome.effectiveOn, locale) : "";
  return (
    <>
      <PageHeader
        actions={<SilkPicture alt="" className="w-44 sm:w-72" />}
        lead={<Picked picked={view.lead} />}
        title={<Picked picked={view.title} />}
      />
      {toCome ? (
        <Notice className="mb-8" title={t(isComing ? "isComing" : "newVersion", { day })}>
          <a href={isComing ? here : `${here}?version=coming`}>
            {t(isComing ? "readCurrent" : "readComing")}
          </a>
        </Notice>
      ) : null}
      <PageProse
        afterFirst={afterFirst}
        body={view.body}
        className={proseClassName}
        contact={env().CLUB_CONTACT}
        isOlder={view.isOlder}
        locale={locale}
      />
      {children}
      <div className="mt-10 space-y-1 text-muted text-sm">
        {page === "charter" ? <p>{charterWords(shown?.number ?? 0, locale)}</p> : null}
        {isComing ? null : <p>{sinceWords(page, shown?.effectiveOn, locale)}</p>}
        {canWritePages(await getViewer()) ? (
          <p>
            <a href={path(locale, pageOf({ entryKind: "page", slug: page }))}>{t("change")}</a>
          </p>
        ) : null}
      </div>
    </>
  );
}

const charterWords = (number: number, locale: Locale) =>
  getTranslator(locale, "consents")("charter.version", { version: charterVersion(number) });

/** Since when the club's own text holds, or when the portal's was written. */
function sinceWords(page: Page, effectiveOn: string | undefined, locale: Locale): string {
  const written = WRITTEN_ON[page];
  if (effectiveOn) {
    const day = formatDay(effectiveOn, locale);
    return getTranslator(locale, "clubPages")("inForceSince", { day });
  }
  if (!written) return "";
  return getTranslator(locale, "pages")("updatedOn", { date: formatDay(written, locale) });
}

/** A text, marked where it is in another language than the page. */
const Picked = ({ picked }: { picked: PickedText }) => (
  <span dir="auto" lang={picked.isFallback ? LANGUAGE_TAG[picked.lang] : undefined}>
    {picked.text}
  </span>
);
