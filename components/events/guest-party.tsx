import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { sideBySide } from "@/lib/core/i18n/word-list";
import { path } from "@/lib/core/paths";
import { EVENTS } from "@/lib/events/event";
import { addressWords, priceWords } from "@/lib/events/event-poster";
import { guestAfterPage, guestChangePage } from "@/lib/events/guest-link";
import type { GuestPageData } from "@/lib/events/guests.queries";
import { isLiving } from "@/lib/events/registrations.policy";
import type { OwnRegistration } from "@/lib/events/registrations.queries";
import { EntryTitle } from "../entries/entry-title";
import { type Definition, DefinitionList } from "../ui/definition-list";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";
import { TwoClocks } from "../ui/two-clocks";
import { CancelledWords } from "./cancelled-words";
import { OwnRegistrationPart } from "./own-registration-part";
import { Ticket } from "./ticket";

type GuestPartyProps = {
  data: GuestPageData;
  token: string;
  /** Why they may not come, or come again; null where they may. */
  refusal: string | null;
  /** What their ticket opens, absolute; of whoever has a place. */
  ticket: string | null;
  canGiveUp: boolean;
  canChange: boolean;
  actions: Record<"confirm" | "cancel" | "take" | "leave", FormAction>;
  locale: Locale;
};

const isLasting = ({ state }: OwnRegistration) => state === "attended" || isLiving(state);

/** What was asked for and agreed to in their name: whoever confirms it may be another than who typed it. */
function askedItems(asked: GuestPageData["guest"], locale: Locale): Definition[] {
  const t = getTranslator(locale, "events");
  const yes = (is: boolean) => t(is ? "registrations.file.yes" : "registrations.file.no");
  const note = asked.note ? <span dir="auto">{asked.note}</span> : null;
  return [
    { term: t("registration.companions"), value: sideBySide(asked.companions, locale) },
    { term: t("registration.note"), value: note },
    { term: t("guest.isShown"), value: yes(asked.isShown) },
    { term: t("registration.takesPhotos"), value: yes(asked.takesPhotos) },
  ];
}

/** What a guest asked for or has, by the link of their letters, and what they can do about it. */
export function GuestParty(props: GuestPartyProps) {
  const { data, token, refusal, ticket, canGiveUp, canChange, actions, locale } = props;
  const { guest, event, own } = data;
  const where = addressWords(event, locale);
  const t = getTranslator(locale, "events");
  const ended = own && !isLasting(own) ? own : null;
  return (
    <div className="space-y-6">
      <DefinitionList
        items={[
          {
            term: t("guest.eventTerm"),
            value: <EntryTitle entry={event} locale={locale} noun={EVENTS} />,
          },
          {
            term: t("guest.when"),
            value: event.startsAt ? (
              <TwoClocks
                endsAt={event.endsAt}
                lineClass="block"
                locale={locale}
                startsAt={event.startsAt}
              />
            ) : null,
          },
          {
            term: t("registration.where"),
            value: where && <span className="whitespace-pre-line">{where}</span>,
          },
          { term: t("registration.price"), value: priceWords(event.price, locale) },
          { term: t("guest.asWhom"), value: <span dir="auto">{guest.name}</span> },
          ...(own ? [] : askedItems(guest, locale)),
        ]}
        layout="stack"
      />
      {own && !ended ? (
        <OwnRegistrationPart
          actions={actions}
          canGiveUp={canGiveUp}
          changeHref={canChange ? path(locale, guestChangePage(token)) : undefined}
          locale={locale}
          onlineUrl={event.onlineUrl}
          own={own}
          token={token}
        />
      ) : null}
      {ticket ? <Ticket address={ticket} locale={locale} /> : null}
      {own?.state === "attended" ? (
        <LinkButton href={path(locale, guestAfterPage(token))}>{t("after.question")}</LinkButton>
      ) : null}
      {own || refusal ? null : (
        <MoveForm
          action={actions.confirm}
          hidden={{ token }}
          label={t("guest.confirm")}
          locale={locale}
          scope="confirm"
        />
      )}
      {refusal && (!own || ended) ? <p className="text-secondary">{refusal}</p> : null}
      <CancelledWords locale={locale} words={event.cancelledWords} />
      {ended && !refusal ? (
        <p className="text-secondary">
          {t(`registration.ended.${ended.state}` as "registration.ended.cancelled")}
        </p>
      ) : null}
      {ended && !refusal ? (
        <LinkButton href={path(locale, `/events/${event.slug}/guest`)}>
          {t("guest.registerAgain")}
        </LinkButton>
      ) : null}
    </div>
  );
}
