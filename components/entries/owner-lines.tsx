import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { path } from "@/lib/core/paths";
import { type MemberCardRow, shownName } from "@/lib/members/member-card";

type OwnerLinesProps = {
  member: Pick<
    MemberCardRow,
    "slug" | "nameZh" | "jobTitle" | "organisation" | "originalLocale"
  > & {
    names: Pick<MemberCardRow, "familyName" | "givenName" | "nameOrder"> | null;
  };
  locale: Locale;
};

/** Whose an entry is, with their position and organisation; nothing of whoever is not named. */
export function OwnerLines({ member, locale }: OwnerLinesProps) {
  const { slug, names, nameZh, originalLocale } = member;
  if (!names) return null;
  const { text, other, isChinese } = shownName({ ...names, nameZh }, locale);
  const lines = [member.jobTitle, member.organisation].flatMap(
    (line) => pickText(line, locale, originalLocale) ?? [],
  );
  return (
    <>
      <p className="mt-1 font-semibold text-lg">
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
    </>
  );
}
