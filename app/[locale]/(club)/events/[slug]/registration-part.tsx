import { ComingList } from "@/components/events/coming-list";
import { RegistrationCard } from "@/components/events/registration-card";
import { Ticket } from "@/components/events/ticket";
import { LinkButton } from "@/components/ui/link-button";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { ticketAddress } from "@/lib/events/attendance";
import type { EventPage } from "@/lib/events/queries";
import { REGISTRATION_TOLD } from "@/lib/events/registration-terms";
import {
  cancelRegistrationAction,
  leaveSeatAction,
  registerAction,
  takeSeatAction,
} from "@/lib/events/registrations.actions";
import { canKeepRegistrations } from "@/lib/events/registrations.policy";
import { getRegistrationCard, listComing } from "@/lib/events/registrations.queries";
import { readNotice } from "../../../page-notice";

const ACTIONS = {
  register: registerAction,
  cancel: cancelRegistrationAction,
  take: takeSeatAction,
  leave: leaveSeatAction,
};

type RegistrationPartProps = { event: EventPage; viewer: Viewer | null; locale: Locale };

/** How one comes to an event that is online, and who comes. */
export async function RegistrationPart({ event, viewer, locale }: RegistrationPartProps) {
  if (event.moderation !== "published") return null;
  const [card, coming, notice] = await Promise.all([
    getRegistrationCard(viewer, event.id),
    listComing(viewer, event.id),
    readNotice(locale),
  ]);
  if (!card) return null;
  return (
    <>
      <RegistrationCard
        actions={ACTIONS}
        card={card}
        keeps={canKeepRegistrations(viewer, event)}
        locale={locale}
        now={thisMoment()}
        told={notice?.form === REGISTRATION_TOLD ? notice.message : null}
        viewer={viewer}
      />
      {card.own?.state === "confirmed" && event.format !== "online" ? (
        <Ticket
          address={new URL(path(locale, ticketAddress(event, card.own.id)), env().APP_ORIGIN).href}
          locale={locale}
        />
      ) : null}
      {card.own?.state === "attended" ? (
        <LinkButton href={path(locale, `/events/${event.slug}/after`)} variant="secondary">
          {getTranslator(locale, "events")("after.title")}
        </LinkButton>
      ) : null}
      <ComingList locale={locale} people={coming} />
    </>
  );
}
