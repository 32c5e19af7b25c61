import { referenceLabel } from "@/db/reference/lists";
import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnRoomInvitation } from "@/lib/rooms/invitations.queries";
import type { OwnRoom } from "@/lib/rooms/queries";
import { ProjectTitle } from "../projects/project-title";
import { Badge } from "../ui/badge";
import { roomPath } from "./room-tabs";

type OwnRoomsProps = { rooms: OwnRoom[]; invitations: OwnRoomInvitation[]; locale: Locale };

/** The rooms one works in and those one is invited to; nothing where there are none. */
export function OwnRooms({ rooms, invitations, locale }: OwnRoomsProps) {
  const t = getTranslator(locale, "rooms");
  if (rooms.length + invitations.length === 0) return null;
  return (
    <section aria-labelledby="own-rooms" className="mb-12">
      <h2 className="mb-3 font-semibold text-xl" id="own-rooms">
        {t("mine.title")}
      </h2>
      <ul className="divide-y divide-hairline border-hairline border-y">
        {invitations.map((invitation) => (
          <li className="py-4" key={invitation.id}>
            <p className="font-semibold">
              <ProjectTitle locale={locale} project={invitation} />
            </p>
            <p className="mt-1">
              <a
                className="inline-block py-1 pointer-coarse:py-2.5"
                href={path(locale, `/projects/${invitation.slug}/room/invitation`)}
              >
                {t("mine.answer", { name: invitation.invitedBy.text })}
              </a>
            </p>
          </li>
        ))}
        {rooms.map(({ slug, title, role, isClosed, nextDue }) => (
          <li className="relative py-4 hover:bg-subtle" key={slug}>
            <h3 className="font-semibold text-lg leading-snug">
              <a className="stretched no-underline" href={path(locale, roomPath(slug, "overview"))}>
                {title ? (
                  <span dir="auto" lang={LANGUAGE_TAG[title.lang]}>
                    {title.text}
                  </span>
                ) : (
                  t("untitled")
                )}
              </a>
            </h3>
            <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-secondary text-sm">
              <Badge>{referenceLabel("roomRoles", role, locale)}</Badge>
              {isClosed ? <Badge tone="warning">{t("mine.closed")}</Badge> : null}
              <span>
                {nextDue ? t("mine.next", { day: formatDay(nextDue, locale) }) : t("mine.noNext")}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
