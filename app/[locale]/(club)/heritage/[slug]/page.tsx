import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { OwnerPanel } from "@/components/entries/owner-panel";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { SourceList } from "@/components/heritage/source-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { WholeWords } from "@/components/ui/whole-words";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { getParts } from "@/lib/entries/questions/parts.queries";
import {
  askQuestionAction,
  reopenHeritageAction,
  withdrawHeritageAction,
  withdrawRevisionAction,
} from "@/lib/heritage/actions";
import { HERITAGE } from "@/lib/heritage/heritage";
import { claimOf, headingOf, isOutdated, listSources } from "@/lib/heritage/heritage-view";
import { listLiving } from "@/lib/heritage/living.queries";
import { getHeritageItem } from "@/lib/heritage/queries";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Report, TakeDown } from "../../../take-down";
import { EntryQuestions } from "../../entry-questions";
import { TranslateSection } from "../../entry-translate-section";

const MOVES = { withdraw: withdrawHeritageAction, reopen: reopenHeritageAction };

/** Read once for the page and its head. */
const findItem = cache(async (slug: string) => {
  return (await getHeritageItem(await getViewer(), slug)) ?? notFound();
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const item = await findItem(slug);
  const { text: description = getTranslator(locale, "heritage")("description") } = claimOf(
    item,
    new Map(),
    locale,
  );
  const title = headingOf(item, locale);
  return publicMetadata({ locale, to: `/heritage/${slug}`, title, description });
}

/** One date, institution or figure: what is told, on what the sources differ, and each of them with its address. */
export default async function HeritageItemPage({ params }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await getViewer();
  const item = await findItem(slug);
  const t = getTranslator(locale, "heritage");
  const claim = claimOf(item, await listLiving([item], locale), locale);
  const old = isOutdated(item, locale) && getTranslator(locale, "ui")("localized.stale");
  const above = [claim.date, claim.note ?? old].flatMap((words) =>
    words ? [<span key={words}>{words}</span>] : [],
  );
  const opened = new Date();
  const { questions, ownOffers } = await getParts(HERITAGE, viewer, item, locale);
  return (
    <article>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("title"), href: path(locale, "/heritage") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={above.length > 0 ? above : null}
        lead={claim.text ? <span lang={claim.textLang}>{claim.text}</span> : null}
        title={
          <span lang={claim.lang}>
            <WholeWords words={headingOf(item, locale)} />
          </span>
        }
      />
      <TakeDown kind="heritage" locale={locale} thing={item} viewer={viewer} />
      {viewer && item.isOwn ? <OwnPanels item={item} locale={locale} viewer={viewer} /> : null}
      {claim.remarks ? <p className="mb-8 max-w-measure text-secondary">{claim.remarks}</p> : null}
      {claim.lead ? (
        <p className="mb-8">
          {t.rich("lives", {
            what: claim.lead.label ?? claim.title,
            lead: (what) => <a href={claim.lead?.href}>{what}</a>,
          })}
        </p>
      ) : null}
      <section aria-labelledby="sources" className="max-w-measure border-hairline border-t pt-8">
        <h2 className="font-semibold text-xl" id="sources">
          {t("sources.title")}
        </h2>
        <p className="mt-2 mb-6 text-secondary">{t("sources.lead")}</p>
        <SourceList locale={locale} sources={listSources(item, locale)} />
      </section>
      <EntryQuestions
        {...{ locale, viewer, questions, opened }}
        ask={askQuestionAction}
        entry={{ entryKind: HERITAGE.kind, slug }}
      />
      <TranslateSection
        isOwn={item.isOwn}
        locale={locale}
        noun={HERITAGE}
        ownOffers={ownOffers}
        slug={slug}
        texts={[item.title, item.figure, item.story, item.differs]}
        viewer={viewer}
      />
      <Report kind="heritage" locale={locale} thing={item} viewer={viewer} />
    </article>
  );
}

type OwnPanelsProps = {
  item: Awaited<ReturnType<typeof findItem>>;
  locale: Locale;
  viewer: Viewer;
};

/** What only administrators see above it. */
async function OwnPanels({ item, locale, viewer }: OwnPanelsProps) {
  const own = await getOwnEntry(viewer, HERITAGE, item.slug, locale);
  if (!own) return null;
  const shared = { locale, noun: HERITAGE, own, viewer };
  return (
    <>
      <OwnerPanel {...shared} actions={MOVES} isHidden={item.isHidden} />
      <RevisionPanel {...shared} withdraw={withdrawRevisionAction} />
    </>
  );
}
