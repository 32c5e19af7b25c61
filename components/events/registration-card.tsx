import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { freePlaces, REGISTRATION_TOLD } from "@/lib/events/registration-terms";
import { canChangeRegistration, isLiving, seatRefusal } from "@/lib/events/registrations.policy";
import type { OwnRegistration, RegistrationCardData } from "@/lib/events/registrations.queries";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { ToldPlace } from "../ui/told-place";
import { OwnRegistrationPart } from "./own-registration-part";
import { RegistrationForm } from "./registration-form";
import { TermList } from "./term-list";

type RegistrationCardProps = {
  card: RegistrationCardData;
  viewer: Viewer | null;
  now: Date;
  actions: Record<"register" | "cancel" | "take" | "leave", FormAction>;
  /** What has just become of their registration, in words; null at any other time. */
  told: string | null;
  /** The reader keeps the event: where nobody may register yet, they open it. */
  keeps?: boolean;
  locale: Locale;
};

/** What coming costs, what is free and until when; what the reader has, or the one button by which they come. */
export function RegistrationCard(props: RegistrationCardProps) {
  const { card, viewer, now, actions, told, keeps, locale } = props;
  const t = getTranslator(locale, "events");
  const { own, slug } = card;
  const its = own && { ...own, memberId: viewer?.memberId ?? null };
  const canChange = its && canChangeRegistration(viewer, its, card, now);
  const isTheirs = own !== null && (isLiving(own.state) || own.state === "attended");
  if (card.progress === "cancelled" && !isTheirs) return null;
  return (
    <Card as="section" className="space-y-4" labelledBy="registration">
      <h2 className="font-semibold text-lg" id="registration">
        {t("registration.title")}
      </h2>
      <ToldPlace id={REGISTRATION_TOLD} message={told} />
      <TermList card={card} locale={locale} now={now} />
      {own && isTheirs ? (
        <OwnRegistrationPart
          actions={actions}
          changeHref={canChange ? path(locale, `/events/${slug}/register`) : undefined}
          canGiveUp={isLiving(own.state) && card.startsAt !== null && card.startsAt > now}
          locale={locale}
          onlineUrl={card.onlineUrl}
          own={own}
          tooFew={tooFewFor(own, card)}
        />
      ) : (
        <Door {...{ card, viewer, now, keeps, locale }} register={actions.register} />
      )}
    </Card>
  );
}

/** What is left where somebody waits for more than that: they could come with fewer. */
function tooFewFor({ state, companions }: OwnRegistration, card: RegistrationCardData) {
  const free = freePlaces(card) ?? 0;
  return state === "waiting" && free > 0 && free <= companions.length ? free : null;
}

type DoorProps = Omit<RegistrationCardProps, "actions" | "told"> & { register: FormAction };

/** The way in; or why there is none, and what to do. */
function Door({ card, viewer, now, keeps, register, locale }: DoorProps) {
  const t = getTranslator(locale, "events");
  const standing = card.own?.state ?? null;
  const refusal = seatRefusal(card, { seats: 1, standing }, now);
  if (refusal === "eventNotOpen" && keeps) {
    return (
      <>
        <p className="text-secondary">{t("progress.announced")}</p>
        <LinkButton href={path(locale, `/events/${card.slug}/registrations#settings`)}>
          {t("progress.toOpen")}
        </LinkButton>
      </>
    );
  }
  // The notice on top of the page says it.
  if (refusal === "eventIsOver") return null;
  if (refusal) {
    return <p className="text-secondary">{getTranslator(locale, "errors")(refusal)}</p>;
  }
  if (!viewer) {
    const next = path(locale, `/events/${card.slug}`);
    return (
      <>
        <p className="text-secondary">
          {t(card.needsApproval ? "registration.applyHint" : "registration.forMembers")}
        </p>
        <LinkButton href={path(locale, "/sign-in", { next })}>
          {t("registration.signIn")}
        </LinkButton>
        <p>
          <a href={path(locale, `/events/${card.slug}/guest`)}>{t("guest.open")}</a>
        </p>
      </>
    );
  }
  if (viewer.memberId === null) {
    return (
      <p className="text-secondary">{getTranslator(locale, "errors")("registrationMembersOnly")}</p>
    );
  }
  return (
    <>
      {standing ? (
        <p className="text-secondary">
          {t(`registration.ended.${standing}` as "registration.ended.cancelled")}
        </p>
      ) : null}
      <RegistrationForm action={register} card={card} locale={locale} />
      <p>
        <a href={path(locale, `/events/${card.slug}/register`)}>
          {t(card.companionsMost > 0 ? "registration.moreWith" : "registration.more")}
        </a>
      </p>
    </>
  );
}
