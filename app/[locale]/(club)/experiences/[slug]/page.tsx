import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EntryTitle } from "@/components/entries/entry-title";
import { OwnerPanel } from "@/components/entries/owner-panel";
import { RevisionPanel } from "@/components/entries/revision-panel";
import { factWords } from "@/components/experiences/experience-words";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LocalizedProse } from "@/components/ui/localized-prose";
import { PageHeader } from "@/components/ui/page-header";
import { TitledPart } from "@/components/ui/titled-part";
import { requireAccount } from "@/lib/core/auth/viewer";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { getOwnEntry } from "@/lib/entries/own.queries";
import {
  reopenExperienceAction,
  withdrawExperienceAction,
  withdrawRevisionAction,
} from "@/lib/experiences/actions";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { type ExperiencePage, getExperience } from "@/lib/experiences/queries";
import { shownName } from "@/lib/members/member-card";
import { TakeDown } from "../../../take-down";
import { Opinions, Standing } from "./opinions";

const MOVES = { withdraw: withdrawExperienceAction, reopen: reopenExperienceAction };

type ExperiencePageProps = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: ExperiencePageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "experiences");
  return { title: t("list.title"), robots: { index: false } };
}

export default async function OneExperiencePage({ params }: ExperiencePageProps) {
  const locale = await pageLocale(params);
  const { slug } = await params;
  const viewer = await requireAccount(locale, `/experiences/${slug}`);
  const experience = (await getExperience(viewer, slug)) ?? notFound();
  const own = experience.isOwn ? await getOwnEntry(viewer, EXPERIENCES, slug, locale) : null;
  const t = getTranslator(locale, "experiences");
  const teaser = pickText(experience.teaser, locale, experience.originalLocale);
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("list.title"), href: path(locale, "/experiences") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={<span>{factWords(experience, locale)}</span>}
        title={<EntryTitle entry={experience} locale={locale} noun={EXPERIENCES} />}
      />
      <TakeDown kind="experience" locale={locale} thing={experience} viewer={viewer} />
      {own ? (
        <>
          <OwnerPanel
            actions={MOVES}
            isHidden={experience.isHidden}
            locale={locale}
            noun={EXPERIENCES}
            own={own}
            viewer={viewer}
          />
          <RevisionPanel
            locale={locale}
            noun={EXPERIENCES}
            own={own}
            viewer={viewer}
            withdraw={withdrawRevisionAction}
          />
        </>
      ) : null}
      <Author experience={experience} locale={locale} />
      <Standing experienceId={experience.id} locale={locale} viewer={viewer} />
      {teaser ? <LocalizedProse lang={teaser.lang} text={teaser.text} /> : null}
      <div className="mt-10 space-y-10">
        <Text experience={experience} locale={locale} name="story" />
        <Text experience={experience} locale={locale} name="advice" />
      </div>
      <Opinions experienceId={experience.id} locale={locale} viewer={viewer} />
    </>
  );
}

type PartProps = { experience: ExperiencePage; locale: Locale };

function Text({ experience, locale, name }: PartProps & { name: "story" | "advice" }) {
  const { originalLocale, stale } = experience;
  const picked = pickText(experience[name], locale, originalLocale);
  if (!picked) return null;
  const { text, lang, isFallback } = picked;
  const outdated = stale[name]?.includes(lang)
    ? getTranslator(locale, "ui")("localized.stale")
    : undefined;
  return (
    <TitledPart id={name} title={getTranslator(locale, "experiences")(`fields.${name}`)}>
      <LocalizedProse
        fallbackLabel={isFallback ? fallbackLabel(locale, lang) : outdated}
        lang={lang}
        text={text}
      />
    </TitledPart>
  );
}

/** Not named when they left the directory. */
function Author({ experience: { author }, locale }: PartProps) {
  const t = getTranslator(locale, "experiences");
  if (!author?.names) return <p className="mb-6 text-secondary">{t("byNobody")}</p>;
  const { text } = shownName({ ...author.names, nameZh: author.nameZh }, locale);
  return (
    <p className="mb-6 text-secondary">
      <a href={path(locale, `/members/${author.slug}`)}>{t("by", { name: text })}</a>
    </p>
  );
}
