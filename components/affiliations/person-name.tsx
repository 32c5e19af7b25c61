import type { Locale } from "@/lib/core/i18n/locales";
import { path } from "@/lib/core/paths";
import type { ShownName } from "@/lib/members/member-card";
import { MemberName } from "../members/member-name";

type PersonNameProps = {
  person: { slug: string; name: ShownName; hasPage: boolean };
  locale: Locale;
};

/** A person's name, which leads to their page where the viewer reaches it. */
export function PersonName({ person, locale }: PersonNameProps) {
  const name = <MemberName name={person.name} />;
  if (!person.hasPage) return <span className="font-semibold">{name}</span>;
  return (
    <a className="font-semibold" href={path(locale, `/members/${person.slug}`)}>
      {name}
    </a>
  );
}
