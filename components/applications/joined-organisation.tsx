import { ANSWERS_FORM } from "@/lib/applications/form-steps";
import type { OwnApplication } from "@/lib/applications/queries";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { MoveForm } from "../ui/move-form";

type JoinedOrganisationProps = {
  action: FormAction;
  application: OwnApplication;
  locale: Locale;
};

/** Instead of the organisation's questions: the one the applicant joins, and the way back to describing another. */
export function JoinedOrganisation({ action, application, locale }: JoinedOrganisationProps) {
  const t = getTranslator(locale, "applications");
  const organisation = application.organisationName ?? "";
  return (
    <Card>
      {/* Nothing is to be kept here: the button in the header only leaves. */}
      <form action={path(locale, "/")} id={ANSWERS_FORM} />
      <h2 className="font-semibold text-xl">{t("similar.joinsTitle", { organisation })}</h2>
      <p className="mt-2 max-w-measure">{t("similar.joinsText")}</p>
      <div className="mt-6 flex flex-wrap items-start gap-4">
        <LinkButton href={path(locale, "/apply/china")}>{t("similar.next")}</LinkButton>
        <MoveForm
          action={action}
          hidden={{ applicationId: application.id, version: String(application.version) }}
          label={t("similar.describe")}
          locale={locale}
          scope="describe"
          variant="secondary"
        />
      </div>
    </Card>
  );
}
