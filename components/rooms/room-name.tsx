import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { RoomCard } from "@/lib/rooms/queries";
import { MemberName } from "../members/member-name";

/** A person of a room, leading to their page where the viewer reaches it; who is gone has no name any more. */
export function RoomName({ person, locale }: { person: RoomCard; locale: Locale }) {
  const { name, slug, hasPage } = person;
  if (!name) {
    return <span className="text-muted">{getTranslator(locale, "members")("former")}</span>;
  }
  if (!hasPage || !slug) {
    return (
      <span className="font-semibold">
        <MemberName name={name} />
      </span>
    );
  }
  return (
    <a className="font-semibold" href={path(locale, `/members/${slug}`)}>
      <MemberName name={name} />
    </a>
  );
}
