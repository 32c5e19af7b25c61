import type { Metadata } from "next";
import { OwnEntries } from "@/components/entries/own-entries";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { LiveList } from "@/components/ui/live-list";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { mayRead } from "@/lib/core/auth/standing";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listCopy } from "@/lib/core/i18n/ui-copy";
import { searchOf } from "@/lib/core/list-view";
import { path } from "@/lib/core/paths";
import { EXPERIENCES } from "@/lib/experiences/experience";
import {
  type ExperienceFilters,
  experienceQuery,
  facetWords,
  readExperienceFilters,
} from "@/lib/experiences/experience-filters";
import { experienceCardCopy, toExperienceListView } from "@/lib/experiences/experience-list-view";
import { listExperiences } from "@/lib/experiences/listing.queries";
import { canDraftExperience } from "@/lib/experiences/policy";
import { listOwnExperiences } from "@/lib/experiences/queries";
import { publicMetadata } from "../../(public)/public-metadata";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "experiences");
  const [title, description] = [t("list.title"), t("list.lead")];
  return publicMetadata({ locale, to: "/experiences", title, description, hasFeed: true });
}

export default async function ExperiencesPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const viewer = await getViewer();
  const filters = readExperienceFilters(await searchParams, mayRead(viewer));
  const t = getTranslator(locale, "experiences");
  return (
    <>
      <PageHeader
        actions={
          <>
            <LinkButton href={path(locale, "/experiences/topics")} variant="secondary">
              {t("handbook.open")}
            </LinkButton>
            {canDraftExperience(viewer) ? (
              <LinkButton href={path(locale, "/experiences/new")}>{t("list.new")}</LinkButton>
            ) : null}
          </>
        }
        lead={t("list.lead")}
        title={t("list.title")}
      />
      <Published filters={filters} locale={locale} viewer={viewer} />
    </>
  );
}

type PublishedProps = { viewer: Viewer | null; locale: Locale; filters: ExperienceFilters };

async function Published({ viewer, locale, filters }: PublishedProps) {
  const t = getTranslator(locale, "experiences");
  const list = await listExperiences(viewer, filters);
  const isMember = mayRead(viewer);
  const view = toExperienceListView(list, { filters, isMember, locale });
  const search = searchOf(path(locale, "/experiences", experienceQuery(filters)));
  return (
    <LiveList
      above={viewer && search === "" ? <Mine locale={locale} viewer={viewer} /> : null}
      copy={{
        list: listCopy(locale),
        card: experienceCardCopy(locale),
        form: {
          action: path(locale, "/experiences"),
          label: t("filters.label"),
          search: t("filters.search"),
        },
      }}
      key={search}
      locale={locale}
      start={{ search, view }}
      to="/experiences"
    >
      {viewer ? null : (
        <VisitorInvitation
          locale={locale}
          next="/experiences"
          text={t("invitation.list.text")}
          title={t("invitation.list.title")}
        />
      )}
    </LiveList>
  );
}

/** The viewer's own, each with where it stands; nothing without any. */
async function Mine({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const own = await listOwnExperiences(viewer);
  if (own.length === 0) return null;
  return (
    <div className="mb-10">
      <TitledPart id="mine" title={getTranslator(locale, "experiences")("list.mine")}>
        <OwnEntries
          beside={({ topics }) => (
            <span className="text-muted text-sm">{facetWords("topics", topics, locale)}</span>
          )}
          heading="h3"
          locale={locale}
          noun={EXPERIENCES}
          rows={own}
        />
      </TitledPart>
    </div>
  );
}
