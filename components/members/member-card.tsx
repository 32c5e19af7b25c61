import type { ReactNode } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import type { PickedText } from "@/lib/core/i18n/localized-text";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import type { MemberCardData } from "@/lib/members/member-card";
import { Card } from "../ui/card";
import { MemberName } from "./member-name";

export type MemberCardCopy = {
  cities: string;
  languages: string;
  languageNames: Record<Locale, string>;
};

type MemberCardProps = {
  member: MemberCardData;
  locale: Locale;
  copy: MemberCardCopy;
  headingLevel?: 3 | 4;
};

const SHOWN_CITIES = 4;

/** A member in a list: both names, what they do and where, and the languages they work in. */
export function MemberCard({ member, locale, copy, headingLevel = 3 }: MemberCardProps) {
  const { slug, name, jobTitle, organisation, cities, languages } = member;
  const Heading = headingLevel === 4 ? "h4" : "h3";
  const rest = cities.length - SHOWN_CITIES;
  return (
    <Card as="li" className="flex flex-col gap-3" interactive>
      <div>
        <Heading className="font-semibold text-lg leading-snug">
          <a className="stretched no-underline" href={path(locale, `/members/${slug}`)}>
            <MemberName name={name} />
          </a>
        </Heading>
        {jobTitle ? (
          <p className="mt-1 text-secondary">
            <span lang={LANGUAGE_TAG[jobTitle.lang]}>{jobTitle.text}</span>
            {jobTitle.isFallback ? <Fallback copy={copy} text={jobTitle} /> : null}
          </p>
        ) : null}
        {organisation ? (
          <p className="text-secondary" lang={LANGUAGE_TAG[organisation.lang]}>
            {organisation.text}
          </p>
        ) : null}
      </div>
      {cities.length + languages.length > 0 ? (
        <div className="mt-auto space-y-1 text-muted text-sm">
          <Fact
            locale={locale}
            icon="pin"
            label={copy.cities}
            words={cities.slice(0, SHOWN_CITIES)}
          >
            {rest > 0 ? ` +${rest}` : null}
          </Fact>
          <Fact locale={locale} icon="globe" label={copy.languages} words={languages} />
        </div>
      ) : null}
    </Card>
  );
}

type FactProps = {
  icon: "pin" | "globe";
  label: string;
  words: string[];
  locale: Locale;
  children?: ReactNode;
};

function Fact({ icon, label, words, locale, children }: FactProps) {
  if (words.length === 0) return null;
  return (
    <p className={`fact sign-${icon}`}>
      <span>
        <span className="sr-only">{`${label} `}</span>
        {sideBySide(words, locale)}
        {children}
      </span>
    </p>
  );
}

function Fallback({ text, copy }: { text: PickedText; copy: MemberCardCopy }) {
  return (
    <span className="text-muted text-sm" lang={LANGUAGE_TAG[text.lang]}>
      {` (${copy.languageNames[text.lang]})`}
    </span>
  );
}
