import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { fallbackLabel } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { isOlder } from "@/lib/entries/older-text";
import type { ReasonWords } from "@/lib/matching/reason-words";
import { choiceWords } from "@/lib/projects/choice-words";
import type { ProjectTeaser } from "@/lib/projects/listing.queries";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { Icon, type IconName } from "../ui/icon";
import { DeadlineWords } from "./deadline-words";
import { ProjectTitle } from "./project-title";
import { typeWords } from "./project-words";

type ProjectCardProps = {
  project: ProjectTeaser;
  locale: Locale;
  headingLevel?: 2 | 3;
  /** Why it fits the reader, if it does. */
  reason?: ReasonWords;
};

const SHOWN_CITIES = 3;

/** A published project in a list, as anybody may read it. */
export function ProjectCard({ project, locale, headingLevel = 3, reason }: ProjectCardProps) {
  const { slug, teaser, stale, originalLocale, cities, sectors, progress, deadline } = project;
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const t = getTranslator(locale, "projects");
  const text = pickText(teaser, locale, originalLocale);
  const title = pickText(project.title, locale, originalLocale);
  const isOld = isOlder(stale, "teaser", text) || isOlder(stale, "title", title);
  const old = isOld ? getTranslator(locale, "ui")("localized.stale") : null;
  const origin = text?.isFallback ? fallbackLabel(locale, text.lang) : old;
  const more = cities.length - SHOWN_CITIES;
  const places = choiceWords("cities", cities.slice(0, SHOWN_CITIES), locale);
  return (
    <Card as="li" className="flex flex-col" interactive>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="info">{typeWords(project.profileType, locale)}</Badge>
        <Badge>{getTranslator(locale, "enums")(`progress.${progress}`)}</Badge>
      </p>
      <Heading className="mt-3 font-semibold text-xl leading-snug">
        <a className="stretched no-underline" href={path(locale, `/projects/${slug}`)}>
          <ProjectTitle locale={locale} project={project} />
        </a>
      </Heading>
      {text ? (
        <>
          {origin ? <p className="mt-2 text-muted text-sm">{origin}</p> : null}
          <p className="mt-2 line-clamp-4 text-secondary" dir="auto" lang={LANGUAGE_TAG[text.lang]}>
            {text.text}
          </p>
        </>
      ) : null}
      {reason ? (
        <p className="fact mt-3 text-sm text-success">
          <Icon className="" name="check" />
          <span>
            {reason.text}
            {reason.quoted ? ` ${reason.quoted}` : null}
          </span>
        </p>
      ) : null}
      <div className="mt-auto space-y-1 pt-4 text-muted text-sm">
        <Fact
          icon="folder"
          label={t("facts.sectors")}
          words={choiceWords("sectors", sectors, locale)}
        />
        <Fact
          icon="pin"
          label={t("facts.cities")}
          words={more > 0 ? `${places} +${more}` : places}
        />
        {deadline ? (
          <p className="flex gap-2">
            <Icon className="mt-[0.2em] size-4" name="calendar" />
            <DeadlineWords deadline={deadline} locale={locale} />
          </p>
        ) : null}
      </div>
    </Card>
  );
}

function Fact({ icon, label, words }: { icon: IconName; label: string; words: string }) {
  if (words === "") return null;
  return (
    <p className="flex gap-2">
      <Icon className="mt-[0.2em] size-4" name={icon} />
      <span className="min-w-0">
        <span className="sr-only">{`${label} `}</span>
        {words}
      </span>
    </p>
  );
}
