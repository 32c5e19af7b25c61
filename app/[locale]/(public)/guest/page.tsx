import { redirect } from "next/navigation";
import { GuestLinkOver } from "@/components/events/guest-link-over";
import { GuestParty } from "@/components/events/guest-party";
import { NarrowPage } from "@/components/ui/narrow-page";
import { env } from "@/lib/core/env";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { ticketAddress } from "@/lib/events/attendance";
import { guestPage, guestToken } from "@/lib/events/guest-link";
import {
  cancelAsGuestAction,
  confirmGuestAction,
  leaveAsGuestAction,
  takeAsGuestAction,
} from "@/lib/events/guests.actions";
import { type GuestPageData, getGuestPage } from "@/lib/events/guests.queries";
import { refusedParty } from "@/lib/events/registration-terms";
import { guestRefusal, isLateToConfirm, isLiving } from "@/lib/events/registrations.policy";
import { changeableOf } from "./changeable";

const ACTIONS = {
  confirm: confirmGuestAction,
  cancel: cancelAsGuestAction,
  take: takeAsGuestAction,
  leave: leaveAsGuestAction,
};

export const generateMetadata = titled("events", "guest.pageTitle", { referrer: "same-origin" });

/** Where a guest's letters lead. Opening it only reads: a mail scanner registers nobody. */
export default async function GuestPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const t = getTranslator(locale, "events");
  const token = [(await searchParams).token].flat()[0] ?? "";
  const data = await getGuestPage(token);
  if (!data) return <GuestLinkOver locale={locale} />;
  if (data.first) redirect(path(locale, guestPage(guestToken(data.first.guestId))));
  const { event, own } = data;
  const now = thisMoment();
  const refusal = refusalOf(data, now);
  const isLate = refusal === "guestTooLate";
  // At what is held online there is no door.
  const isSeated = own?.state === "confirmed" && event.format !== "online";
  const ticket = isSeated && new URL(path(locale, ticketAddress(event, own.id)), env().APP_ORIGIN);
  const title = own
    ? "pageTitle"
    : isLate
      ? "lateTitle"
      : refusal
        ? "refusedTitle"
        : "confirmTitle";
  return (
    <NarrowPage
      after={
        <p>
          {own ? `${t("guest.keepLink")} ` : null}
          <a href={path(locale, isLate ? `/events/${event.slug}/guest` : `/events/${event.slug}`)}>
            {t(isLate ? "guest.registerAgain" : "guest.event")}
          </a>
        </p>
      }
      lead={own || refusal ? undefined : t("guest.confirmLead")}
      title={t(`guest.${title}`)}
    >
      <GuestParty
        actions={ACTIONS}
        canChange={changeableOf(data, now) !== null}
        canGiveUp={isLiving(own?.state ?? null) && event.startsAt !== null && event.startsAt > now}
        data={data}
        locale={locale}
        refusal={
          refusal && getTranslator(locale, "errors")(refusal, refusedParty(refusal, event).values)
        }
        ticket={ticket ? ticket.href : null}
        token={token}
      />
    </NarrowPage>
  );
}

/** Why a guest may not confirm, or not come again. */
function refusalOf({ guest, event, own, standing }: GuestPageData, now: Date) {
  if (!own && isLateToConfirm(guest, now)) return "guestTooLate" as const;
  const seats = 1 + (own ? 0 : guest.companions.length);
  return guestRefusal(event, { seats, standing }, now);
}
