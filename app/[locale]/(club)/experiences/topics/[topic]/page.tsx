import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HandbookContents } from "@/components/experiences/handbook-contents";
import { HandbookEntry } from "@/components/experiences/handbook-entry";
import { HandbookFilters } from "@/components/experiences/handbook-filters";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { isReference } from "@/db/reference/lists";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import { formatDay, today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { paginationCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { swatchHref, swatchOfWord } from "@/lib/core/swatches/swatch";
import {
  experienceQuery,
  facetLabel,
  facetsFor,
  readExperienceFilters,
} from "@/lib/experiences/experience-filters";
import { boxesOf } from "@/lib/experiences/experience-list-view";
import { listExperiences } from "@/lib/experiences/listing.queries";
import { publicMetadata } from "../../../../(public)/public-metadata";

async function readTopic(params: PageProps<"topic">["params"]): Promise<string> {
  const { topic } = await params;
  return isReference("experienceTopics", topic) ? topic : notFound();
}

export async function generateMetadata({ params }: PageProps<"topic">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const topic = await readTopic(params);
  const t = getTranslator(locale, "experiences");
  const title = t("handbook.topicTitle", { topic: facetLabel("topics", topic, locale) });
  const to = `/experiences/topics/${topic}`;
  return publicMetadata({ locale, to, title, description: t("handbook.lead") });
}

/** What the club advises on one topic: read on a screen, or printed as a booklet. */
export default async function TopicPage({ params, searchParams }: PageProps<"topic">) {
  const locale = await pageLocale(params);
  const topic = await readTopic(params);
  const viewer = await getViewer();
  const isMember = mayRead(viewer);
  const asked = readExperienceFilters(await searchParams, isMember);
  const filters = { ...asked, topics: [topic], outcomes: [], q: "" };
  const list = await listExperiences(viewer, filters, { sort: "freshest" });
  const to = `/experiences/topics/${topic}`;
  const t = getTranslator(locale, "experiences");
  const facets = facetsFor(isMember)
    .filter((facet) => facet === "cities" || facet === "sectors")
    .map((facet) => boxesOf(facet, list, filters, locale))
    .filter(({ groups }) => groups.length > 0);
  const isNarrowed = facets.some(({ chosen }) => chosen.length > 0);
  const hrefOf = (page: number) =>
    path(locale, to, experienceQuery({ ...filters, topics: [], page }));
  return (
    <div className="handbook">
      <PageHeader
        before={
          <Breadcrumbs
            items={[
              { label: t("list.title"), href: path(locale, "/experiences") },
              { label: t("handbook.title"), href: path(locale, "/experiences/topics") },
            ]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={<span className="hidden print:inline">{t("handbook.title")}</span>}
        lead={
          <>
            {t(list.isMore ? "list.countMore" : "list.count", { count: list.total })}
            {" · "}
            {t("handbook.state", { day: formatDay(today(), locale) })}
          </>
        }
        swatch={swatchHref(swatchOfWord(topic))}
        title={facetLabel("topics", topic, locale)}
      />
      {facets.length > 0 ? <HandbookFilters facets={facets} locale={locale} to={to} /> : null}
      {list.cards.length === 0 ? (
        <EmptyState
          action={
            isNarrowed ? (
              <LinkButton href={path(locale, to)} variant="secondary">
                {t("handbook.all")}
              </LinkButton>
            ) : undefined
          }
          text={t(isNarrowed ? "handbook.emptyFiltered" : "handbook.emptyText")}
          title={t("handbook.emptyTitle")}
        />
      ) : (
        <>
          <HandbookContents advised={list.cards} locale={locale} />
          <div className="space-y-10">
            {list.cards.map((one) => (
              <HandbookEntry advised={one} key={one.slug} locale={locale} />
            ))}
          </div>
        </>
      )}
      <Pagination
        copy={paginationCopy(locale)}
        href={hrefOf}
        isCut={list.isCut}
        page={list.page}
        pageCount={list.pageCount}
      />
      {viewer ? null : (
        <div className="mt-10">
          <VisitorInvitation
            locale={locale}
            next={to}
            text={t("invitation.list.text")}
            title={t("invitation.list.title")}
          />
        </div>
      )}
    </div>
  );
}
