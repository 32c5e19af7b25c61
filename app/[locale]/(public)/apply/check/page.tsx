import { AnswersReview } from "@/components/applications/answers-review";
import { GapList } from "@/components/applications/gap-list";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { MoveForm } from "@/components/ui/move-form";
import { PageHeader } from "@/components/ui/page-header";
import { submitApplicationAction } from "@/lib/applications/actions";
import { listFaults } from "@/lib/applications/answer-faults";
import { faultLabel } from "@/lib/applications/fault-label";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { titled } from "@/lib/core/i18n/page-title";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { requireDraft } from "../own-application";

export const generateMetadata = titled("applications", "check.title");

export default async function CheckPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const application = await requireDraft(locale);
  const t = getTranslator(locale, "applications");
  const { id: applicationId, answers, version } = application;
  const faults = listFaults(answers, application);
  const [first] = faults;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("form.tasks"), href: path(locale, "/apply") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("check.lead")}
        title={t("check.title")}
      />
      <div className="space-y-8">
        <GapList
          faults={faults}
          labelOf={(field) => faultLabel(field, answers, locale)}
          locale={locale}
        />
        <Card>
          <AnswersReview application={application} isEditable locale={locale} />
        </Card>
        {first ? (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <LinkButton href={path(locale, `/apply/${first.step}#field-${first.field}`)}>
              {t("check.changeOf", { title: faultLabel(first.field, answers, locale) })}
            </LinkButton>
            <a className="inline-block py-2" href={path(locale, "/apply")}>
              {t("form.tasks")}
            </a>
          </div>
        ) : (
          <MoveForm
            action={submitApplicationAction}
            className="space-y-4"
            hidden={{ applicationId, version: String(version) }}
            label={t("check.submit")}
            locale={locale}
            scope="submit"
          >
            <p className="max-w-measure text-secondary">{t("check.after")}</p>
          </MoveForm>
        )}
      </div>
    </div>
  );
}
