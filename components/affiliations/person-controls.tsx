import type { Person } from "@/lib/affiliations/queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Checkbox } from "../ui/checkbox";
import { GraveMove } from "../ui/grave-move";
import { MoveForm } from "../ui/move-form";

export type PersonActions = Record<"handOver" | "remove", FormAction>;

type PersonControlsProps = {
  person: Person;
  organisationId: string;
  locale: Locale;
  actions: PersonActions;
};

/** What a manager does about a colleague: hand over, with or without stepping down, or take them off. */
export function PersonControls({ person, organisationId, locale, actions }: PersonControlsProps) {
  const t = getTranslator(locale, "affiliations");
  const { memberId } = person;
  const name = person.name.text;
  const hidden = { organisationId, memberId };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, the forms are inside
    <div
      aria-label={t("manage.for", { name })}
      className="no-print mt-2 flex flex-wrap items-start gap-2"
      role="group"
    >
      <GraveMove consequence={t("manage.handOverText", { name })} label={t("manage.handOver")}>
        <MoveForm
          action={actions.handOver}
          hidden={hidden}
          label={t("manage.handOverConfirm")}
          locale={locale}
          scope={`hand-over-${memberId}`}
        >
          <Checkbox label={t("manage.steppingDown")} name="steppingDown" value="on" />
        </MoveForm>
      </GraveMove>
      <GraveMove consequence={t("manage.removeText", { name })} label={t("manage.remove")}>
        <MoveForm
          action={actions.remove}
          hidden={hidden}
          label={t("manage.removeConfirm")}
          locale={locale}
          scope={`remove-${memberId}`}
          variant="danger"
        />
      </GraveMove>
    </div>
  );
}
