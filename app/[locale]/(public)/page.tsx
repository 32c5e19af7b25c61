import type { Metadata } from "next";
import { Band } from "@/components/pages/band";
import { HeritageLine } from "@/components/pages/heritage-line";
import { Hero } from "@/components/pages/hero";
import { KeyFigures } from "@/components/pages/key-figures";
import { ProjectCard } from "@/components/projects/project-card";
import { LyonChinaDrawing } from "@/components/shell/lyon-china-drawing";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Stat } from "@/components/ui/stat";
import { referenceLabel } from "@/db/reference/lists";
import { getViewer } from "@/lib/core/auth/viewer";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { listKeyFigures, listTimeline } from "@/lib/heritage/queries";
import { readProjectFilters } from "@/lib/projects/project-filters";
import { listPublishedProjects, type ProjectTeaser } from "@/lib/projects/queries";
import { type ClubTotals, getClubTotals } from "@/lib/statistics/queries";
import { joinAddress } from "./join-address";
import { publicMetadata } from "./public-metadata";

type HomePageProps = { params: Promise<{ locale: string }> };

const DATES = ["ifcl-founded", "guangzhou-twinning", "club-launch", "nifc-2016"] as const;

/** Projects shown before "see all". */
const SHOWN = 3;

const CITIES = [
  "beijing",
  "tianjin",
  "qingdao",
  "xian",
  "chengdu",
  "chongqing",
  "wuhan",
  "shanghai",
  "hangzhou",
  "guangzhou",
  "shenzhen",
] as const;

export async function generateMetadata({ params }: HomePageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  return publicMetadata({ locale, to: "/", title: t("home.title"), description: t("home.lead") });
}

export default async function HomePage({ params }: HomePageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "pages");
  const [viewer, totals, { cards }] = await Promise.all([
    getViewer(),
    getClubTotals(),
    listPublishedProjects(null, readProjectFilters({})),
  ]);
  return (
    <>
      <Hero
        actions={
          <>
            <LinkButton href={path(locale, viewer ? "/home" : "/sign-in")}>
              {viewer ? t("home.dashboard") : t("home.signIn")}
            </LinkButton>
            {viewer ? null : (
              <LinkButton href={joinAddress(locale)} variant="secondary">
                {t("home.join")}
              </LinkButton>
            )}
          </>
        }
        lead={t("home.lead")}
        pictureAlt={t("home.pictureAlt")}
        title={t("home.heading")}
      />
      <Totals locale={locale} totals={totals} />
      <Band id="drawing" lead={t("home.drawing.text")} raised title={t("home.drawing.title")}>
        <LyonChinaDrawing
          cities={CITIES.map((slug) => ({ slug, label: referenceLabel("cities", slug, locale) }))}
          lyonLabel={t("home.drawing.lyon")}
          title={t("home.drawing.alt")}
        />
      </Band>
      <Seeking cards={cards} locale={locale} />
      <Band
        aside={<a href={path(locale, "/about")}>{t("home.heritage.all")}</a>}
        id="heritage"
        raised
        title={t("home.heritage.title")}
      >
        <HeritageLine items={listTimeline(locale, DATES)} layout="row" />
      </Band>
      <Band id="figures" lead={t("home.figures.lead")} title={t("home.figures.title")}>
        <KeyFigures figures={listKeyFigures(locale)} />
      </Band>
    </>
  );
}

function Totals({ locale, totals }: { locale: Locale; totals: ClubTotals }) {
  const t = getTranslator(locale, "pages");
  const number = new Intl.NumberFormat(LANGUAGE_TAG[locale]);
  return (
    <section aria-label={t("home.numbers")} className="mx-auto max-w-page px-4 pb-12 sm:px-6">
      <dl className="grid grid-cols-3 gap-x-4 sm:gap-x-8">
        {(["members", "organisations", "projects"] as const).map((what) => (
          <Stat
            href={what === "projects" ? path(locale, "/projects") : undefined}
            key={what}
            label={t(`home.${what}`, { count: totals[what] })}
            value={number.format(totals[what])}
          />
        ))}
      </dl>
    </section>
  );
}

function Seeking({ locale, cards }: { locale: Locale; cards: ProjectTeaser[] }) {
  const t = getTranslator(locale, "pages");
  const seeking = cards.filter(({ progress }) => progress === "seeking-partners").slice(0, SHOWN);
  return (
    <Band
      aside={<a href={path(locale, "/projects")}>{t("home.seeking.all")}</a>}
      id="seeking"
      lead={t("home.seeking.lead")}
      title={t("home.seeking.title")}
    >
      {seeking.length > 0 ? (
        <ul className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
          {seeking.map((project) => (
            <ProjectCard key={project.slug} locale={locale} project={project} />
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
