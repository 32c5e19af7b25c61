import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { CandidateMatch, MatchedProject } from "@/lib/matching/candidates.queries";
import type { Match } from "@/lib/matching/matching-score";
import type { ProjectMatch } from "@/lib/matching/queries";
import { type ReasonSide, reasonLine } from "@/lib/matching/reason-words";
import { MemberName } from "../members/member-name";
import { ProjectTitle } from "../projects/project-title";
import { Face } from "../ui/face";

type SuggestedProps = {
  locale: Locale;
  matches: ProjectMatch[];
  /** Who fits a project of the reader's own; null without one that takes partners. */
  people: { project: MatchedProject; candidates: CandidateMatch[] } | null;
};

/** What the club suggests, each with the weightiest reason; nothing where nothing fits. */
export function Suggested({ locale, matches, people }: SuggestedProps) {
  const t = getTranslator(locale, "matching");
  const { project, candidates } = people ?? { project: null, candidates: [] };
  const title = project && pickText(project.title, locale, project.originalLocale);
  return (
    <div className="grid gap-x-12 gap-y-10 empty:hidden lg:grid-cols-2">
      {matches.length > 0 ? (
        <Part
          all={{ href: path(locale, "/matches"), words: t("home.all") }}
          id="matches"
          title={t("home.title")}
        >
          {matches.map(({ project: one, match }) => (
            <Item
              href={path(locale, `/projects/${one.slug}`)}
              key={one.slug}
              locale={locale}
              match={match}
              side="mine"
            >
              <ProjectTitle locale={locale} project={one} />
            </Item>
          ))}
        </Part>
      ) : null}
      {project && candidates.length > 0 ? (
        <Part
          all={{
            href: path(locale, `/projects/${project.slug}/candidates`),
            words: t("home.allPeople"),
          }}
          id="candidates"
          title={t("home.candidates", { title: title?.text ?? t("untitled") })}
        >
          {candidates.map(({ card, match }) => (
            <Item
              face={<Face face={card.name.face} />}
              href={path(locale, `/members/${card.slug}`)}
              key={card.slug}
              locale={locale}
              match={match}
              side="theirs"
            >
              <MemberName name={card.name} />
            </Item>
          ))}
        </Part>
      ) : null}
    </div>
  );
}

type PartProps = {
  id: string;
  title: string;
  all: { href: string; words: string };
  children: ReactNode;
};

function Part({ id, title, all, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 className="mb-3 font-semibold text-xl" dir="auto" id={id}>
        {title}
      </h2>
      <ul className="divide-y divide-hairline border-hairline border-y">{children}</ul>
      <p className="mt-3">
        <a href={all.href}>{all.words}</a>
      </p>
    </section>
  );
}

type ItemProps = {
  href: string;
  match: Match;
  side: ReasonSide;
  locale: Locale;
  face?: ReactNode;
  children: ReactNode;
};

function Item({ face, href, match, side, locale, children }: ItemProps) {
  const [first] = match.reasons;
  return (
    <li className="flex items-center gap-3 py-3">
      {face}
      <div className="min-w-0">
        <a className="font-semibold" href={href}>
          {children}
        </a>
        {first ? (
          <p className="text-muted text-sm">{reasonLine(first.reason, side, locale)}</p>
        ) : null}
      </div>
    </li>
  );
}
