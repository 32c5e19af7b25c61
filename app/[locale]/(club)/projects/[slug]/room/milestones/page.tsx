import { MilestoneEditor } from "@/components/rooms/milestone-editor";
import { MilestoneFields } from "@/components/rooms/milestone-fields";
import { MilestoneList } from "@/components/rooms/milestone-list";
import { RoomForm } from "@/components/rooms/room-form";
import { RoomFrame } from "@/components/rooms/room-frame";
import { today } from "@/lib/core/dates";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import {
  changeMilestoneAction,
  planMilestoneAction,
  removeMilestoneAction,
} from "@/lib/rooms/actions";
import { firstDueOn, firstMilestone } from "@/lib/rooms/first-words";
import { listOthersLanguages } from "@/lib/rooms/known.queries";
import { listMilestones } from "@/lib/rooms/milestones.queries";
import { canPlan } from "@/lib/rooms/policy";
import { readRoom, roomMetadata } from "../read-room";

export const generateMetadata = ({ params }: PageProps<"slug">) =>
  roomMetadata(params, "milestones");

export default async function MilestonesPage({ params, searchParams }: PageProps<"slug">) {
  const locale = await pageLocale(params);
  const { edit } = await searchParams;
  const { viewer, room } = await readRoom(locale, (await params).slug, "milestones");
  const milestones = await listMilestones(viewer, room.id);
  const t = getTranslator(locale, "rooms");
  const isPlanner = canPlan(viewer, room);
  const changed = isPlanner ? milestones.find(({ id }) => id === edit) : undefined;
  const isFirst = isPlanner && milestones.length === 0;
  const suggested = isFirst
    ? {
        title: firstMilestone(locale, await listOthersLanguages(viewer, room.id)),
        startsOn: null,
        dueOn: firstDueOn(today()),
      }
    : undefined;
  return (
    <RoomFrame locale={locale} room={room} tab="milestones" viewer={viewer}>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="min-w-0">
          <MilestoneList
            canPlan={isPlanner}
            locale={locale}
            milestones={milestones}
            slug={room.slug}
          />
        </div>
        {changed ? (
          <MilestoneEditor
            actions={{ change: changeMilestoneAction, remove: removeMilestoneAction }}
            key={changed.id}
            locale={locale}
            milestone={changed}
            room={room}
          />
        ) : null}
        {isPlanner && !changed ? (
          <RoomForm
            action={planMilestoneAction}
            hidden={{ roomId: room.id }}
            id="plan"
            locale={locale}
            submit={t("milestones.submit")}
            title={t("milestones.add")}
          >
            <MilestoneFields
              isSuggested={isFirst}
              locale={locale}
              milestone={suggested}
              plannedFrom={room.plannedFrom}
            />
          </RoomForm>
        ) : null}
      </div>
    </RoomFrame>
  );
}
