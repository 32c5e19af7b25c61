import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { canLeadRoom, canLeaveRoom, canReopenRoom, isLastInRoom } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { Card } from "../ui/card";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";

type OwnPlaceProps = {
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  actions: Record<"leave" | "close" | "reopen", FormAction>;
};

const whyStay = (room: RoomPage) => {
  if (!isLastInRoom(room)) return "handOverFirst";
  return room.isClosed ? "lastOneClosed" : "lastOne";
};

/** To leave the room, and for a lead to close it or open it again. */
export function OwnPlace({ room, viewer, locale, actions }: OwnPlaceProps) {
  const t = getTranslator(locale, "rooms");
  const hidden = { roomId: room.id };
  const versioned = { ...hidden, version: String(room.version) };
  return (
    <Card as="section" className="no-print space-y-4" labelledBy="own-place">
      <h2 className="font-semibold text-lg" id="own-place">
        {t("people.own")}
      </h2>
      {canLeaveRoom(viewer, room) ? (
        <GraveMove consequence={t("people.leaveText")} label={t("people.leave")}>
          <MoveForm
            action={actions.leave}
            hidden={hidden}
            label={t("people.leaveConfirm")}
            locale={locale}
            scope="leave"
            variant="danger"
          />
        </GraveMove>
      ) : (
        <p className="text-pretty text-secondary">{t(`people.${whyStay(room)}`)}</p>
      )}
      {canLeadRoom(viewer, room) ? (
        <GraveMove
          consequence={t("people.closeText", { alone: isLastInRoom(room) ? "yes" : "no" })}
          label={t("people.close")}
        >
          <MoveForm
            action={actions.close}
            hidden={versioned}
            label={t("people.closeConfirm")}
            locale={locale}
            scope="close"
            variant="danger"
          />
        </GraveMove>
      ) : null}
      {canReopenRoom(viewer, room) ? (
        <MoveForm
          action={actions.reopen}
          hidden={versioned}
          label={t("people.reopen")}
          locale={locale}
          scope="reopen"
          variant="secondary"
        />
      ) : null}
    </Card>
  );
}
