import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { canAnswerOffer } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { GraveMove } from "../projects/grave-move";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";
import { Notice } from "../ui/notice";

type ProjectOfferProps = {
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** That the project's owner is gone, and, for the one who is asked, whether they take the project over. */
export function ProjectOffer({ room, viewer, locale, actions }: ProjectOfferProps) {
  const t = getTranslator(locale, "rooms");
  if (!room.isOwnerGone) return null;
  const hidden = { roomId: room.id };
  const day = room.offeredUntil ? formatDay(room.offeredUntil, locale) : "";
  return (
    <div className="mb-8 space-y-6">
      <Notice title={t("ownerGone.title")}>{t("ownerGone.text")}</Notice>
      {canAnswerOffer(viewer, room) ? (
        <Card as="section" className="max-w-2xl space-y-4" labelledBy="offer">
          <h2 className="font-semibold text-lg" id="offer">
            {t("offer.title")}
          </h2>
          <p>{t("offer.text", { day })}</p>
          <div className="flex flex-wrap items-start gap-3">
            <MoveForm
              action={actions.accept}
              hidden={hidden}
              label={t("offer.accept")}
              locale={locale}
              scope="accept"
            />
            <GraveMove consequence={t("offer.declineText")} label={t("offer.decline")}>
              <MoveForm
                action={actions.decline}
                hidden={hidden}
                label={t("offer.declineConfirm")}
                locale={locale}
                scope="decline"
                variant="danger"
              />
            </GraveMove>
          </div>
        </Card>
      ) : null}
    </div>
  );
}
