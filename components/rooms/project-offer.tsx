import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { LeftText } from "@/lib/rooms/left-text.queries";
import { canAnswerOffer } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { ProjectBody } from "../projects/project-body";
import { Card } from "../ui/card";
import { Notice } from "../ui/notice";
import { TwoAnswers } from "./two-answers";

type ProjectOfferProps = {
  room: RoomPage;
  /** What the people of the room still read of the project. */
  text: LeftText | null;
  viewer: Viewer;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** That the project's owner is gone, its text, and, for the one who is asked, whether they take it over. */
export function ProjectOffer({ room, text, viewer, locale, actions }: ProjectOfferProps) {
  const t = getTranslator(locale, "rooms");
  if (!room.isOwnerGone) return null;
  const hidden = { roomId: room.id };
  const day = room.offeredUntil ? formatDay(room.offeredUntil, locale) : "";
  return (
    <div className="mb-8 space-y-6">
      <Notice title={t("ownerGone.title")}>{t("ownerGone.text")}</Notice>
      {text ? (
        <details className="max-w-measure">
          <summary className="inline-flex min-h-11 items-center font-semibold text-link">
            {t("ownerGone.read")}
          </summary>
          <div className="mt-4">
            <ProjectBody locale={locale} notes={{}} project={text} stale={{}} />
          </div>
        </details>
      ) : null}
      {canAnswerOffer(viewer, room) ? (
        <Card as="section" className="max-w-2xl space-y-4" labelledBy="offer">
          <h2 className="font-semibold text-lg" id="offer">
            {t("offer.title")}
          </h2>
          <p>{t("offer.text", { day })}</p>
          <TwoAnswers
            actions={actions}
            hidden={hidden}
            locale={locale}
            words={{
              accept: t("offer.accept"),
              decline: t("offer.decline"),
              declineText: t("offer.declineText"),
              declineConfirm: t("offer.declineConfirm"),
            }}
          />
        </Card>
      ) : null}
    </div>
  );
}
