import type { ReactNode } from "react";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { cutText } from "@/lib/core/text/cut-text";
import { canTakeBackNews } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import type { RoomUpdate } from "@/lib/rooms/updates.queries";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";
import { LocalizedProse } from "../ui/localized-prose";
import { MoveForm } from "../ui/move-form";
import { RoomName } from "./room-name";

/** So much of an update tells it from the others. */
const TOLD = 60;

type UpdateListProps = {
  updates: RoomUpdate[];
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  /** Without it, the list is only read. */
  takeBack?: FormAction;
  /** What stands under each, by key. */
  takeDowns?: ReadonlyMap<string, ReactNode>;
};

/** The updates of a room with their authors; what is public says so. */
export function UpdateList(props: UpdateListProps) {
  const { updates, room, viewer, locale, takeBack, takeDowns } = props;
  const t = getTranslator(locale, "rooms");
  return (
    <ul className="divide-y divide-hairline border-hairline border-y">
      {updates.map((update) => (
        <li className="space-y-2 py-4" key={update.id}>
          <div className="flex items-center gap-3">
            <Face face={update.author.name?.face} />
            <p className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <RoomName locale={locale} person={update.author} />
              <span className="text-muted text-sm">{formatDay(update.createdAt, locale)}</span>
              <Badge tone={update.isPublic ? "info" : "neutral"}>
                {t(update.isPublic ? "updates.public" : "updates.private")}
              </Badge>
            </p>
          </div>
          <LocalizedProse hasLinks lang={update.locale} text={update.words} />
          {takeBack && canTakeBackNews(viewer, room, update) ? (
            <MoveForm
              about={cutText(update.words, TOLD)}
              action={takeBack}
              hidden={{ updateId: update.id }}
              className="-ml-5"
              label={t("updates.takeBack")}
              locale={locale}
              scope={`take-back-${update.id}`}
              variant="quiet"
            />
          ) : null}
          {takeDowns?.get(update.id)}
        </li>
      ))}
    </ul>
  );
}
