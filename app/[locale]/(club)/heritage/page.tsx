import type { Metadata } from "next";
import { ClaimList } from "@/components/heritage/claim-list";
import { FigureList } from "@/components/heritage/figure-list";
import { HeritagePart } from "@/components/heritage/heritage-part";
import { HeritageSearch } from "@/components/heritage/heritage-search";
import { HeritageThread } from "@/components/heritage/heritage-thread";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { getViewer } from "@/lib/core/auth/viewer";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { heritageView } from "@/lib/heritage/heritage-view";
import { listLiving } from "@/lib/heritage/living.queries";
import { canDraftHeritage } from "@/lib/heritage/policy";
import { findHeritage, listHeritage } from "@/lib/heritage/queries";
import { readQuery } from "@/lib/search/list-filters";
import { publicMetadata } from "../../(public)/public-metadata";

const SCENES = ["loom", "ship", "gate", "twins", "confluence", "kapok"] as const;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "heritage");
  const [title, description] = [t("title"), t("description")];
  return publicMetadata({ locale, to: "/heritage", title, description });
}

/** The century that the club comes from: its dates, institutions and figures, each with who says so. */
export default async function HeritagePage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "heritage");
  const q = readQuery(await searchParams);
  const items = q ? await findHeritage(q) : await listHeritage();
  const view = heritageView(items, await listLiving(items, locale), locale);
  const scenes = Object.fromEntries(SCENES.map((scene) => [scene, t(`scenes.${scene}`)]));
  return (
    <>
      <PageHeader
        actions={
          canDraftHeritage(await getViewer()) ? (
            <LinkButton href={path(locale, "/heritage/new")} variant="secondary">
              {t("new.add")}
            </LinkButton>
          ) : null
        }
        lead={t("lead")}
        title={t("title")}
      />
      <HeritageSearch
        action={path(locale, "/heritage")}
        found={q ? items.length : null}
        locale={locale}
        q={q}
      />
      {view.decades.length > 0 ? (
        <section aria-label={t("thread")}>
          <HeritageThread
            at={path(locale, "/heritage/")}
            decades={view.decades}
            isUnfolded={q !== ""}
            scenes={scenes as Record<(typeof SCENES)[number], string>}
          />
        </section>
      ) : null}
      {view.institutions.length > 0 ? (
        <HeritagePart
          id="institutions"
          lead={t("institutions.lead")}
          title={t("institutions.title")}
        >
          <ClaimList
            at={path(locale, "/heritage/")}
            claims={view.institutions}
            className="grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-3"
          />
        </HeritagePart>
      ) : null}
      {view.figures.length > 0 ? (
        <HeritagePart id="figures" lead={t("figures.lead")} title={t("figures.title")}>
          <FigureList at={path(locale, "/heritage/")} figures={view.figures} />
        </HeritagePart>
      ) : null}
    </>
  );
}
