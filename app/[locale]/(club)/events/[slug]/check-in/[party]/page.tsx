import { notFound } from "next/navigation";
import { partyName, partyNotes } from "@/components/events/party-words";
import { KeyedForm } from "@/components/ui/keyed-form";
import { LinkButton } from "@/components/ui/link-button";
import { NarrowPage } from "@/components/ui/narrow-page";
import { SubmitButton } from "@/components/ui/submit-button";
import { requireActor } from "@/lib/core/auth/viewer";
import { formatInstant, formatTime } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { thisMoment } from "@/lib/core/this-moment";
import { tickPartiesAction } from "@/lib/events/attendance.actions";
import { doorOpensAt, isDoorOpen } from "@/lib/events/attendance.policy";
import { getDoorParty } from "@/lib/events/attendance.queries";

export const generateMetadata = titled("events", "door.title");

/** What the code on a ticket opens: who it is, and one button. Opening it changes nothing. */
export default async function PartyPage({ params }: PageProps<"slug" | "party">) {
  const locale = await pageLocale(params);
  const { slug, party: wanted } = await params;
  const viewer = await requireActor(locale, `/events/${slug}/check-in/${wanted}`);
  const found = await getDoorParty(viewer, slug, wanted);
  if (!found) notFound();
  const { event, party } = found;
  const t = getTranslator(locale, "events");
  const list = (
    <LinkButton href={path(locale, `/events/${slug}/check-in`)} variant="secondary">
      {t("door.list")}
    </LinkButton>
  );
  if (!party) {
    return (
      <NarrowPage lead={t("door.noPlaceText")} title={t("door.noPlace")}>
        {list}
      </NarrowPage>
    );
  }
  const opensAt = doorOpensAt(event);
  return (
    <NarrowPage
      after={list}
      lead={partyNotes(party, event.price, locale).join(" · ")}
      title={partyName(party, locale)}
    >
      {party.attendedAt ? (
        <p>{t("door.already", { time: formatTime(party.attendedAt, locale) })}</p>
      ) : isDoorOpen(event, thisMoment()) ? (
        <KeyedForm
          action={tickPartiesAction}
          hidden={{ eventId: event.id, party: party.id }}
          locale={locale}
        >
          <SubmitButton>{t("door.here", { count: party.seats })}</SubmitButton>
        </KeyedForm>
      ) : (
        <p>
          {opensAt ? t("door.opens", { when: formatInstant(opensAt, locale) }) : t("door.notYet")}
        </p>
      )}
    </NarrowPage>
  );
}
