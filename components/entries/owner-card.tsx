import type { ReactNode } from "react";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { path } from "@/lib/core/paths";
import { type MemberCardRow, shownName } from "@/lib/members/member-card";
import { Card } from "../ui/card";
import { Face } from "../ui/face";

type Member = Pick<
  MemberCardRow,
  "slug" | "nameZh" | "portrait" | "jobTitle" | "organisation" | "originalLocale"
> & { names: Pick<MemberCardRow, "familyName" | "givenName" | "nameOrder"> | null };

type OwnerCardProps = {
  /** Its heading, by which it is named. */
  id: string;
  title: string;
  member: Member | null | undefined;
  /** What stands in their place who are not named. */
  unnamed: ReactNode;
  locale: Locale;
  children?: ReactNode;
};

/** Beside the text of an entry: whose it is, as far as the reader is told. */
export function OwnerCard({ id, title, member, unnamed, locale, children }: OwnerCardProps) {
  return (
    <Card as="section" labelledBy={id}>
      <h2 className="text-muted text-sm" id={id}>
        {title}
      </h2>
      {member?.names ? (
        <OwnerLines locale={locale} member={member} names={member.names} />
      ) : (
        unnamed
      )}
      {children}
    </Card>
  );
}

type OwnerLinesProps = { member: Member; names: NonNullable<Member["names"]>; locale: Locale };

/** Their name, position and organisation. */
function OwnerLines({ member, names, locale }: OwnerLinesProps) {
  const { slug, nameZh, portrait, originalLocale } = member;
  const { text, other, isChinese, face } = shownName({ ...names, nameZh, portrait }, locale);
  const lines = [member.jobTitle, member.organisation].flatMap(
    (line) => pickText(line, locale, originalLocale) ?? [],
  );
  return (
    <div className="mt-2 flex gap-3">
      <Face face={face} />
      <div className="min-w-0">
        <p className="font-semibold text-lg">
          <a href={path(locale, `/members/${slug}`)} lang={isChinese ? LANGUAGE_TAG.zh : undefined}>
            {text}
          </a>
          {other ? (
            <>
              {"\u2002"}
              <span
                className="whitespace-nowrap font-normal text-muted"
                lang={isChinese ? "zh-Latn" : LANGUAGE_TAG.zh}
              >
                {other}
              </span>
            </>
          ) : null}
        </p>
        {lines.map((line) => (
          <p className="text-secondary" key={line.text} lang={LANGUAGE_TAG[line.lang]}>
            {line.text}
          </p>
        ))}
      </div>
    </div>
  );
}
