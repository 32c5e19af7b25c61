import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Milestone } from "@/lib/rooms/milestones.queries";
import type { RoomPage } from "@/lib/rooms/queries";
import { Checkbox } from "../ui/checkbox";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";
import { MilestoneFields } from "./milestone-fields";
import { RoomForm } from "./room-form";

type MilestoneEditorProps = {
  milestone: Milestone;
  room: RoomPage;
  locale: Locale;
  actions: Record<"change" | "remove", FormAction>;
};

/** All that changes about one milestone, and its removal. */
export function MilestoneEditor({ milestone, room, locale, actions }: MilestoneEditorProps) {
  const t = getTranslator(locale, "rooms");
  const { id, version, title, progress, doneAt } = milestone;
  const hidden = { milestoneId: id, version: String(version) };
  return (
    <div className="space-y-4">
      <RoomForm
        action={actions.change}
        hidden={hidden}
        id="change"
        locale={locale}
        submit={t("milestones.save")}
        title={t("milestones.change", { title })}
      >
        <MilestoneFields locale={locale} milestone={milestone} plannedFrom={room.plannedFrom} />
        <TextField
          defaultValue={String(progress)}
          hint={t("milestones.percentHint")}
          inputMode="numeric"
          label={t("milestones.percent")}
          name="progress"
          required
          width="short"
        />
        <Checkbox
          defaultChecked={doneAt !== null}
          label={t("milestones.isDone")}
          name="done"
          value="on"
        />
      </RoomForm>
      <GraveMove consequence={t("milestones.removeText", { title })} label={t("milestones.remove")}>
        <MoveForm
          action={actions.remove}
          hidden={hidden}
          label={t("milestones.removeConfirm")}
          locale={locale}
          scope="remove-milestone"
          variant="danger"
        />
      </GraveMove>
    </div>
  );
}
