import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import { type MemberNames, shownName } from "@/lib/members/member-card";

type MemberLinkProps = {
  /** Without an address nobody is led anywhere. */
  member: MemberNames & { slug: string | null };
  locale: Locale;
  className?: string;
};

/** A member's name in the reader's script, leading to their page. */
export function MemberLink({ member, locale, className }: MemberLinkProps) {
  const { text, isChinese } = shownName(member, locale);
  return (
    <a
      className={className}
      href={member.slug ? path(locale, `/members/${member.slug}`) : undefined}
      lang={isChinese ? LANGUAGE_TAG.zh : undefined}
    >
      {text}
    </a>
  );
}
