import { ROOM_ROLES } from "@/db/enums";
import { referenceLabel } from "@/db/reference/lists";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { canChangeRoomRole, canRemoveFromRoom } from "@/lib/rooms/policy";
import type { RoomMember, RoomPage } from "@/lib/rooms/queries";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";
import { SelectField } from "../ui/select-field";

export type RoomPersonActions = Record<"changeRole" | "remove", FormAction>;

type RoomPersonControlsProps = {
  person: RoomMember;
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  actions: RoomPersonActions;
};

/** What a lead does about somebody in the room: another role, or out of it. */
export function RoomPersonControls(props: RoomPersonControlsProps) {
  const { person, room, viewer, locale, actions } = props;
  const t = getTranslator(locale, "rooms");
  const { memberId, role } = person;
  const name = person.name?.text ?? getTranslator(locale, "members")("former");
  const roles = ROOM_ROLES.filter((to) => canChangeRoomRole(viewer, room, memberId, to));
  const isRemovable = canRemoveFromRoom(viewer, room, memberId);
  if (roles.length === 0 && !isRemovable) return null;
  const hidden = { roomId: room.id, memberId };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, the forms are inside
    <div
      aria-label={t("people.manage", { name })}
      className="no-print mt-2 flex flex-wrap items-start gap-2"
      role="group"
    >
      {roles.length > 0 ? (
        <details className="open:basis-full">
          <summary className="inline-flex min-h-11 items-center py-1 pr-4 text-link text-sm">
            {t("people.changeRole")}
          </summary>
          <MoveForm
            action={actions.changeRole}
            hidden={hidden}
            label={t("people.saveRole")}
            locale={locale}
            scope={`role-${memberId}`}
            variant="secondary"
          >
            <SelectField
              defaultValue={role}
              label={t("people.role")}
              name="role"
              options={[role, ...roles].map((value) => ({
                value,
                label: referenceLabel("roomRoles", value, locale),
              }))}
              required
              width="medium"
            />
          </MoveForm>
        </details>
      ) : null}
      {isRemovable ? (
        <GraveMove consequence={t("people.removeText", { name })} label={t("people.remove")}>
          <MoveForm
            action={actions.remove}
            hidden={hidden}
            label={t("people.removeConfirm")}
            locale={locale}
            scope={`remove-${memberId}`}
            variant="danger"
          />
        </GraveMove>
      ) : null}
    </div>
  );
}
