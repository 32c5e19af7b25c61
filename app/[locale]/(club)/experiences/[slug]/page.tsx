import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { OwnerPanel } from "@/components/entries/owner-panel";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { TextParts } from "@/components/entries/text-parts";
import { ExperienceAside } from "@/components/experiences/experience-aside";
import { ExperienceHead } from "@/components/experiences/experience-head";
import { VisitorInvitation } from "@/components/shell/visitor-invitation";
import { LinkButton } from "@/components/ui/link-button";
import { getViewer } from "@/lib/core/auth/viewer";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { getOwnEntry } from "@/lib/entries/own.queries";
import { getParts } from "@/lib/entries/questions/parts.queries";
import {
  archiveExperienceAction,
  askQuestionAction,
  reopenExperienceAction,
  withdrawExperienceAction,
  withdrawRevisionAction,
} from "@/lib/experiences/actions";
import { EXPERIENCES, type ExperienceContent, MORE_TEXTS } from "@/lib/experiences/experience";
import { listLinks } from "@/lib/experiences/links.queries";
import { canSettleExperience } from "@/lib/experiences/policy";
import { type ExperiencePage, getExperience, getInSight } from "@/lib/experiences/queries";
import { publicMetadata } from "../../../(public)/public-metadata";
import { Keep } from "../../../keep";
import { Report, TakeDown } from "../../../take-down";
import { wayBack } from "../../../way-back";
import { EntryFiles } from "../../entry-files";
import { EntryQuestions } from "../../entry-questions";
import { TranslateSection } from "../../entry-translate-section";
import { Opinions, Standing } from "./opinions";

/** The advice first: it is what readers come for. */
const READ = ["advice", "story", ...MORE_TEXTS] as const;

const MOVES = {
  withdraw: withdrawExperienceAction,
  reopen: reopenExperienceAction,
  archive: archiveExperienceAction,
};

/** Read once for the page and its head. */
const findExperience = cache(async (slug: string) => {
  return (await getExperience(await getViewer(), slug)) ?? notFound();
});

export async function generateMetadata({ params }: PageProps<"slug">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const { title, teaser, seed, originalLocale } = await findExperience(slug);
  const said = (text: typeof title) => pickText(text, locale, originalLocale)?.text;
  return publicMetadata({
    locale,
    to: `/experiences/${slug}`,
    swatch: { weave: EXPERIENCES.weave, seed },
    title: said(title) ?? getTranslator(locale, "experiences")("untitled"),
    description: said(teaser) ?? "",
  });
}

export default async function OneExperiencePage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await getViewer();
  const experience = await findExperience(slug);
  const { full, teaser, originalLocale, stale, isOwn } = experience;
  const texts: Partial<Pick<ExperienceContent, (typeof READ)[number]>> = full ?? { advice: teaser };
  const t = getTranslator(locale, "experiences");
  const entry = { entryKind: EXPERIENCES.kind, slug };
  const inSight = await getInSight(viewer, slug);
  const opened = new Date();
  const { questions, files, notes, ownOffers } = await getParts(
    EXPERIENCES,
    viewer,
    inSight,
    locale,
  );
  return (
    <article>
      <ExperienceHead
        back={await wayBack(locale, "/experiences")}
        experience={experience}
        locale={locale}
      />
      <Keep kind="experience" locale={locale} thing={experience} viewer={viewer} />
      <TakeDown kind="experience" locale={locale} thing={experience} viewer={viewer} />
      {viewer && isOwn ? (
        <OwnPanels experience={experience} locale={locale} viewer={viewer} />
      ) : null}
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[1fr_18rem]">
        <div className="min-w-0">
          <Standing experience={experience} locale={locale} viewer={viewer} />
          <TextParts
            {...{ locale, notes, originalLocale, stale }}
            noun={EXPERIENCES}
            parts={READ.map((name) => ({ name, title: t(`fields.${name}`), text: texts[name] }))}
          />
          <EntryFiles {...{ entry, locale, viewer, files }} asked={await searchParams} />
          <Opinions experienceId={experience.id} locale={locale} viewer={viewer} />
          <EntryQuestions
            {...{ entry, locale, viewer, questions, opened }}
            ask={askQuestionAction}
          />
          <TranslateSection
            {...{ viewer, slug, isOwn, locale, ownOffers }}
            noun={EXPERIENCES}
            texts={[experience.title, ...READ.map((name) => texts[name])]}
          />
        </div>
        <ExperienceAside
          experience={experience}
          links={await linksOf(viewer, experience, locale)}
          locale={locale}
        />
      </div>
      {full ? null : (
        <div className="mt-10">
          <VisitorInvitation
            isSignedIn={viewer !== null}
            locale={locale}
            next={`/experiences/${slug}`}
            text={t("invitation.page.text")}
            title={t("invitation.page.title")}
          />
        </div>
      )}
      <Report kind="experience" locale={locale} thing={experience} viewer={viewer} />
    </article>
  );
}

type OwnPanelsProps = { experience: ExperiencePage; locale: Locale; viewer: Viewer };

/** What only its author sees above it. */
async function OwnPanels({ experience, locale, viewer }: OwnPanelsProps) {
  const own = await getOwnEntry(viewer, EXPERIENCES, experience.slug, locale);
  if (!own || !experience.full) return null;
  const shared = { locale, noun: EXPERIENCES, own, viewer };
  return (
    <>
      <OwnerPanel
        {...shared}
        actions={MOVES}
        isHidden={experience.isHidden}
        ways={
          canSettleExperience(viewer, own) ? (
            <LinkButton
              href={path(locale, `/experiences/${experience.slug}/settings`)}
              variant="secondary"
            >
              {getTranslator(locale, "experiences")("readers.title")}
            </LinkButton>
          ) : null
        }
      />
      <RevisionPanel {...shared} withdraw={withdrawRevisionAction} />
    </>
  );
}

function linksOf(viewer: Viewer | null, experience: ExperiencePage, locale: Locale) {
  const { full, author, isOwn } = experience;
  return full ? listLinks(viewer, { ...full, isOwn, isNamed: !!author?.names }, locale) : [];
}
