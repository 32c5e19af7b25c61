import { canLeave, canManagePeople, canStepDown } from "@/lib/affiliations/policy";
import type { OrganisationRoster } from "@/lib/affiliations/roster.queries";
import { AFFILIATION_MAX } from "@/lib/affiliations/words-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import type { FormAction } from "@/lib/core/form-state";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Card } from "../ui/card";
import { GraveMove } from "../ui/grave-move";
import { KeyedForm } from "../ui/keyed-form";
import { LocalizedField } from "../ui/localized-field";
import { MoveForm } from "../ui/move-form";
import { SubmitButton } from "../ui/submit-button";

type PlaceActions = Record<"setPosition" | "chooseMain" | "stepDown" | "leave", FormAction>;

type OwnPlaceProps = {
  roster: OrganisationRoster;
  viewer: Viewer;
  locale: Locale;
  actions: PlaceActions;
};

/** One's own place in an organisation: function, main or not, stop managing, leave. */
export function OwnPlace({ roster, viewer, locale, actions }: OwnPlaceProps) {
  const t = getTranslator(locale, "affiliations");
  const { own } = roster;
  if (!own) return null;
  const hidden = { organisationId: roster.id };
  const isLast = !roster.people.some((one) => one.isActive && one.memberId !== viewer.memberId);
  return (
    <Card as="section" className="no-print space-y-5" labelledBy="place">
      <h2 className="font-semibold text-lg" id="place">
        {t("own.title")}
      </h2>
      <KeyedForm
        action={actions.setPosition}
        className="space-y-4"
        hidden={hidden}
        locale={locale}
        scope="position"
      >
        <LocalizedField
          copy={localizedFieldCopy(locale)}
          defaultValue={own.position}
          hint={t("own.positionHint")}
          label={t("own.position")}
          maxLength={AFFILIATION_MAX.position}
          name="position"
          original={own.writtenIn}
        />
        <SubmitButton variant="secondary">{t("own.save")}</SubmitButton>
      </KeyedForm>
      {own.isMain ? (
        <p className="text-pretty text-secondary">{t("own.isMain")}</p>
      ) : (
        <MoveForm
          action={actions.chooseMain}
          hidden={hidden}
          label={t("own.makeMain")}
          locale={locale}
          scope="main"
          variant="secondary"
        />
      )}
      <div className="flex flex-wrap items-start gap-2">
        {canStepDown(viewer, roster) ? (
          <GraveMove consequence={t("own.stepDownText")} label={t("own.stepDown")}>
            <MoveForm
              action={actions.stepDown}
              hidden={hidden}
              label={t("own.stepDownConfirm")}
              locale={locale}
              scope="step-down"
            />
          </GraveMove>
        ) : null}
        {canLeave(viewer, roster) ? (
          <GraveMove
            consequence={isLast ? t("own.leaveLast") : t("own.leaveText")}
            label={t("own.leave")}
          >
            {isLast && canManagePeople(viewer, roster) ? (
              <p>
                <a href={path(locale, `/organisations/${roster.slug}/edit#remove`)}>
                  {t("own.leaveOrRemove")}
                </a>
              </p>
            ) : null}
            <MoveForm
              action={actions.leave}
              hidden={hidden}
              label={t("own.leaveConfirm")}
              locale={locale}
              scope="leave"
              variant="danger"
            />
          </GraveMove>
        ) : (
          <p className="text-pretty text-muted text-sm">{t("own.handOverFirst")}</p>
        )}
      </div>
    </Card>
  );
}
