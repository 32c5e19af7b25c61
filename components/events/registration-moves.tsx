import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { hasPassed, isOver, nextProgress } from "@/lib/events/registrations.policy";
import type { KeptEvent } from "@/lib/events/registrations.queries";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";

type RegistrationMovesProps = {
  event: KeptEvent;
  now: Date;
  actions: Record<"open" | "closed" | "cancelled" | "mended", FormAction>;
  locale: Locale;
};

/**
 * How far an event is, and how it goes on until it is over: registration closes, opens again, or the event is called off, with a
 * reason. It opens first with its settings, and by them again once the time at which it closes has passed; once it has begun
 * nobody registers, and nothing opens.
 */
export function RegistrationMoves({ event, now, actions, locale }: RegistrationMovesProps) {
  const t = getTranslator(locale, "events");
  const { id, slug, version, progress, cancelledWords } = event;
  const next = nextProgress(event, now);
  const hasBegun = hasPassed(event.startsAt, now);
  const isShut = progress === "open" && (hasBegun || hasPassed(event.closesAt, now));
  const shared = { hidden: { eventId: id, version: String(version), slug }, locale };
  const reason = (hint: string) => (
    <TextField
      defaultValue={cancelledWords ?? undefined}
      hint={hint}
      label={t("progress.why")}
      maxLength={300}
      name="words"
      rows={3}
    />
  );
  return (
    <div className="space-y-4">
      <p className="font-semibold">
        {t(
          progress !== "cancelled" && isOver(event, now)
            ? "progress.over"
            : `progress.${isShut ? "closed" : progress}`,
        )}
      </p>
      <div className="flex flex-wrap items-start gap-3">
        {progress === "closed" && !hasBegun && next.includes("open") ? (
          <MoveForm {...shared} action={actions.open} label={t("progress.reopen")} scope="open" />
        ) : null}
        {next.includes("closed") && !isShut ? (
          <MoveForm
            {...shared}
            action={actions.closed}
            label={t("progress.toClosed")}
            scope="close"
            variant="secondary"
          />
        ) : null}
        {next.includes("cancelled") ? (
          <GraveMove
            consequence={t("progress.cancelConsequence")}
            label={t("progress.toCancelled")}
            variant="quiet"
          >
            <MoveForm
              {...shared}
              action={actions.cancelled}
              label={t("progress.cancelConfirm")}
              scope="call-off"
              variant="danger"
            >
              {reason(t("progress.whyHint"))}
            </MoveForm>
          </GraveMove>
        ) : null}
      </div>
      {progress === "cancelled" ? (
        <MoveForm
          {...shared}
          action={actions.mended}
          label={t("progress.mend")}
          scope="mend-reason"
          variant="secondary"
        >
          {reason(t("progress.mendHint"))}
        </MoveForm>
      ) : null}
    </div>
  );
}
