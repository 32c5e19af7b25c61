import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { canDiscuss } from "@/lib/rooms/policy";
import type { RoomPage } from "@/lib/rooms/queries";
import { ROOM_MAX } from "@/lib/rooms/room-limits";
import { CheckboxGroup } from "../ui/checkbox-group";
import { ReadyPhrases } from "../ui/ready-phrases";
import { TextField } from "../ui/text-field";
import { RoomForm } from "./room-form";

type MessageFormProps = {
  room: RoomPage;
  viewer: Viewer;
  locale: Locale;
  action: FormAction;
  /** The club has chosen a service that translates, where all in the room say yes. */
  isTranslated?: boolean;
  /** What an empty room suggests to write. */
  suggested?: string;
};

/** A message, and who of the room is told of it by mail. */
export function MessageForm(props: MessageFormProps) {
  const { room, viewer, locale, action, isTranslated, suggested } = props;
  const t = getTranslator(locale, "rooms");
  if (!canDiscuss(viewer, room)) return null;
  const others = room.people.filter(
    ({ isSelf, isBlocked, name }) => !isSelf && !isBlocked && name !== null,
  );
  return (
    <>
      <RoomForm
        action={action}
        hidden={{ roomId: room.id }}
        id="write"
        locale={locale}
        submit={t("discussion.submit")}
        title={t("discussion.words")}
      >
        <TextField
          defaultValue={suggested}
          hideLabel
          hint={suggested ? t("start.hint") : undefined}
          label={t("discussion.words")}
          maxLength={ROOM_MAX.words}
          name="words"
          required
          rows={4}
        />
        {others.length > 0 ? (
          <CheckboxGroup
            columns={2}
            hint={t("discussion.mentionsHint")}
            legend={t("discussion.mentions")}
            name="mentions"
            options={others.map(({ memberId, name }) => ({
              value: memberId,
              label: name?.text ?? "",
            }))}
          />
        ) : null}
      </RoomForm>
      <ReadyPhrases
        fieldId="field-write-words"
        isTranslated={isTranslated}
        locale={locale}
        names={["thanks", "ask", "call"]}
      />
    </>
  );
}
