import type { Metadata } from "next";
import { NextEvents } from "@/components/events/next-events";
import { HeritageLine } from "@/components/heritage/heritage-line";
import { KeyFigures } from "@/components/heritage/key-figures";
import { Band } from "@/components/shell/band";
import { Hero } from "@/components/shell/hero";
import { ChinaMapBand } from "@/components/statistics/china-map-band";
import { ClubNumbers } from "@/components/statistics/club-numbers";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ListCard } from "@/components/ui/list-card";
import { listActivityTotals } from "@/lib/activities/queries";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay, today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { listNextEvents } from "@/lib/events/agenda.queries";
import { listFiguresAnd, toFigures, toTimeline } from "@/lib/heritage/queries";
import { countOrganisationSides } from "@/lib/organisations/listing.queries";
import type { ProjectTeaser } from "@/lib/projects/listing.queries";
import { listSeekingProjects } from "@/lib/projects/listing.queries";
import { countAgreements } from "@/lib/projects/outcomes/queries";
import { projectCardCopy, toProjectCard } from "@/lib/projects/project-list-view";
import { countListedMembers, countOrganisations } from "@/lib/statistics/queries";
import { publicMetadata } from "./public-metadata";

const DATES = ["ifcl-founded", "guangzhou-twinning", "club-launch", "nifc-2016"] as const;

/** Shown before "see all". */
const SHOWN = { projects: 2, events: 3 };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const [title, description] = [t("home.title"), t("home.lead")];
  return publicMetadata({ locale, to: "/", title, description, hasFeed: true });
}

export default async function HomePage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const viewer = await getViewer();
  const [members, organisations, activities, sides, seeking, agreements, century, events] =
    await Promise.all([
      countListedMembers(),
      countOrganisations(viewer),
      listActivityTotals(viewer, locale),
      countOrganisationSides(viewer),
      listSeekingProjects(SHOWN.projects),
      countAgreements(),
      listFiguresAnd(DATES),
      listNextEvents(null, SHOWN.events),
    ]);
  const numbers = { members, organisations, activities: activities.total };
  return (
    <>
      <Hero
        actions={<HeroActions locale={locale} viewer={viewer} />}
        lead={t("home.lead")}
        pictureAlt={t("home.pictureAlt")}
        title={t("home.heading")}
      />
      <ClubNumbers
        locale={locale}
        note={mayRead(viewer) ? undefined : t("home.numbersNote")}
        numbers={[
          ...(["members", "organisations", "activities"] as const).map((what) => ({
            value: numbers[what],
            label: t(`home.${what}`, { count: numbers[what] }),
            href: what !== "members" || mayRead(viewer) ? path(locale, `/${what}`) : undefined,
          })),
          ...(agreements > 0
            ? [{ value: agreements, label: t("home.agreements", { count: agreements }) }]
            : []),
        ]}
        title={t("home.numbers", { day: formatDay(today(), locale) })}
      />
      <ChinaMapBand locale={locale} sides={sides} totals={activities} />
      {events.length > 0 ? (
        <Band
          aside={<a href={path(locale, "/events")}>{t("home.events.all")}</a>}
          id="events"
          title={t("home.events.title")}
        >
          <NextEvents events={events} locale={locale} />
        </Band>
      ) : null}
      <Seeking cards={seeking} locale={locale} />
      <Band
        aside={<a href={path(locale, "/heritage")}>{t("home.heritage.all")}</a>}
        id="heritage"
        raised
        title={t("home.heritage.title")}
      >
        <HeritageLine items={toTimeline(century, locale)} />
      </Band>
      <Band id="figures" lead={t("home.figures.lead")} title={t("home.figures.title")}>
        <KeyFigures figures={toFigures(century, locale)} />
      </Band>
    </>
  );
}

function HeroActions({ viewer, locale }: { viewer: Viewer | null; locale: Locale }) {
  const t = getTranslator(locale, "pages");
  if (viewer) {
    return <LinkButton href={path(locale, "/home")}>{t("home.dashboard")}</LinkButton>;
  }
  return (
    <>
      <LinkButton href={path(locale, "/apply")}>{t("home.apply")}</LinkButton>
      <LinkButton href={path(locale, "/sign-in")} variant="secondary">
        {t("home.signIn")}
      </LinkButton>
    </>
  );
}

function Seeking({ locale, cards }: { locale: Locale; cards: ProjectTeaser[] }) {
  const t = getTranslator(locale, "pages");
  const copy = projectCardCopy(locale);
  return (
    <Band
      aside={<a href={path(locale, "/projects")}>{t("home.seeking.all")}</a>}
      id="seeking"
      lead={t("home.seeking.lead")}
      title={t("home.seeking.title")}
    >
      {cards.length > 0 ? (
        <ul className="grid gap-5 md:grid-cols-2">
          {cards.map((project) => (
            <ListCard
              card={{ ...toProjectCard(project, locale), swatch: undefined }}
              copy={copy}
              key={project.slug}
            />
          ))}
        </ul>
      ) : (
        <EmptyState
          headingLevel={3}
          text={t("home.seeking.emptyText")}
          title={t("home.seeking.emptyTitle")}
        />
      )}
    </Band>
  );
}
