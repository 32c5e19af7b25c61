import { type Said, spoken } from "@/lib/core/list-view";
import type { ShownMember } from "@/lib/members/member-card";
import { Card } from "../ui/card";
import { Face } from "../ui/face";

export type MemberCardCopy = { cities: string; languages: string };

type MemberCardProps = { member: ShownMember; copy: MemberCardCopy; headingLevel?: 3 | 4 };

/** A member in a list: both names, what they do and where, and the languages they work in. */
export function MemberCard({ member, copy, headingLevel = 3 }: MemberCardProps) {
  const { href, face, name, other, jobTitle, jobLanguage, organisation, cities, languages } =
    member;
  const Heading = headingLevel === 4 ? "h4" : "h3";
  return (
    <Card as="li" className="flex flex-col gap-3" interactive>
      <div className="flex gap-3">
        <Face face={face} />
        <div className="min-w-0">
          <Heading className="font-semibold text-lg leading-snug">
            <a className="stretched no-underline" href={href}>
              <Words className="mr-2" words={name} />
              {other ? (
                <Words className="inline-block font-normal text-muted" words={other} />
              ) : null}
            </a>
          </Heading>
          {jobTitle ? (
            <p className="mt-1 text-secondary">
              <Words words={jobTitle} />
              {jobLanguage ? (
                <span className="text-muted text-sm" lang={spoken(jobTitle).lang}>
                  {jobLanguage}
                </span>
              ) : null}
            </p>
          ) : null}
          {organisation ? (
            <p className="text-secondary" lang={spoken(organisation).lang}>
              {spoken(organisation).text}
            </p>
          ) : null}
        </div>
      </div>
      {cities || languages ? (
        <div className="mt-auto space-y-1 text-muted text-sm">
          <Fact icon="pin" label={copy.cities} words={cities} />
          <Fact icon="globe" label={copy.languages} words={languages} />
        </div>
      ) : null}
    </Card>
  );
}

function Words({ words, className }: { words: Said; className?: string }) {
  const { text, lang } = spoken(words);
  return (
    <span className={className} lang={lang}>
      {text}
    </span>
  );
}

type FactProps = { icon: "pin" | "globe"; label: string; words?: string };

function Fact({ icon, label, words }: FactProps) {
  return words ? (
    <p className={`fact sign-${icon}`}>
      <span>
        <span className="sr-only">{`${label} `}</span>
        {words}
      </span>
    </p>
  ) : null;
}
