import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { listed } from "@/lib/core/i18n/word-list";
import { formatOnBothClocks } from "@/lib/core/two-clocks";
import type { OwnRegistration } from "@/lib/events/registrations.queries";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type OwnRegistrationProps = {
  own: OwnRegistration;
  /** Where one takes part from afar, for who has a place. */
  onlineUrl: string | null;
  canGiveUp: boolean;
  /** Places that are left, fewer than they wait for. */
  tooFew?: number | null;
  /** Where they change what they gave; none where they may not. */
  changeHref?: string;
  /** Of a guest's letters, by which they act. */
  token?: string;
  actions: Record<"cancel" | "take" | "leave", FormAction>;
  locale: Locale;
};

/** What the reader has at an event, what they are to say, and how they give it up. */
export function OwnRegistrationPart(props: OwnRegistrationProps) {
  const { own, onlineUrl, canGiveUp, tooFew, changeHref, token, actions, locale } = props;
  const t = getTranslator(locale, "events");
  const { state, companions, turn, offeredUntil } = own;
  const target = {
    registrationId: own.id,
    version: String(own.version),
    ...(token && { token }),
  };
  const shared = { hidden: target, locale };
  const until = offeredUntil ? formatOnBothClocks(offeredUntil, null, locale) : "";
  return (
    <>
      <Notice
        title={t(`registration.own.${state}` as "registration.own.confirmed")}
        tone={state === "confirmed" || state === "attended" ? "success" : "info"}
      >
        {state === "waiting" ? <p>{t("registration.turn", { turn })}</p> : null}
        {tooFew ? <p>{t("registration.tooFew", { free: tooFew })}</p> : null}
        {state === "pending" ? <p>{t("registration.pendingText")}</p> : null}
        {state === "offered" ? <p>{t("registration.offeredUntil", { until })}</p> : null}
        {own.isPaid ? <p>{t("registration.paid")}</p> : null}
        {companions.length > 0 ? (
          <p dir="auto">{t("registration.with", { names: listed(companions, locale) })}</p>
        ) : null}
      </Notice>
      {onlineUrl ? (
        <p>
          <a href={onlineUrl} rel="noreferrer">
            {t("registration.online")}
          </a>
        </p>
      ) : null}
      {state === "offered" ? (
        <div className="flex flex-wrap gap-3">
          <MoveForm {...shared} action={actions.take} label={t("registration.take")} scope="take" />
          <MoveForm
            {...shared}
            action={actions.leave}
            label={t("registration.leave")}
            scope="leave"
            variant="secondary"
          />
        </div>
      ) : null}
      {changeHref ? (
        <p>
          <a href={changeHref}>{t("registration.change")}</a>
        </p>
      ) : null}
      {canGiveUp && state !== "offered" ? (
        <GraveMove
          consequence={t(
            state === "confirmed" ? "registration.cancelSeated" : "registration.cancelWaiting",
          )}
          label={t("registration.cancel")}
          variant="quiet"
        >
          <MoveForm
            {...shared}
            action={actions.cancel}
            label={t("registration.cancelConfirm")}
            scope="cancel"
          />
        </GraveMove>
      ) : null}
    </>
  );
}
