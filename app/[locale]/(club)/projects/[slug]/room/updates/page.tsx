import { RoomFrame } from "@/components/rooms/room-frame";
import { UpdateForm } from "@/components/rooms/update-form";
import { UpdateList } from "@/components/rooms/update-list";
import { EmptyState } from "@/components/ui/empty-state";
import { TitledPart } from "@/components/ui/titled-part";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { takeBackNewsAction, tellNewsAction } from "@/lib/rooms/actions";
import { canTellNews } from "@/lib/rooms/policy";
import { listUpdates } from "@/lib/rooms/updates.queries";
import { underEach } from "../../../../../take-down";
import { readRoom, roomMetadata } from "../read-room";

type UpdatesPageProps = PageProps<"slug">;

export const generateMetadata = ({ params }: UpdatesPageProps) => roomMetadata(params, "updates");

export default async function UpdatesPage({ params }: UpdatesPageProps) {
  const locale = await pageLocale(params);
  const { viewer, room } = await readRoom(locale, (await params).slug, "updates");
  const updates = await listUpdates(viewer, room.id, locale);
  const t = getTranslator(locale, "rooms");
  return (
    <RoomFrame locale={locale} room={room} tab="updates" viewer={viewer}>
      <div className="max-w-3xl space-y-10">
        {canTellNews(viewer, room) ? (
          <UpdateForm action={tellNewsAction} locale={locale} roomId={room.id} />
        ) : null}
        {updates.length > 0 ? (
          <TitledPart id="updates" size="tight" title={t("updates.list")}>
            <UpdateList
              locale={locale}
              room={room}
              takeBack={takeBackNewsAction}
              takeDowns={await underEach(viewer, "update", updates, locale)}
              updates={updates}
              viewer={viewer}
            />
          </TitledPart>
        ) : (
          <EmptyState text={t("updates.empty")} title={t("updates.emptyTitle")} />
        )}
      </div>
    </RoomFrame>
  );
}
