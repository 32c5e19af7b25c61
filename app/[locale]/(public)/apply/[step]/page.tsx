import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JoinedOrganisation } from "@/components/applications/joined-organisation";
import { StepFields } from "@/components/applications/step-fields";
import { StepForm } from "@/components/applications/step-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { describeOrganisationAction, saveAnswersAction } from "@/lib/applications/actions";
import {
  describesOrganisation,
  FORM_GROUPS,
  type FormStep,
  GROUP_NAMES,
  isFormStep,
} from "@/lib/applications/form-steps";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/i18n/locales";
import { type PageProps, pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { readAskedFees } from "../asked-fees";
import { requireDraft } from "../own-application";

export async function generateMetadata({ params }: PageProps<"step">): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { step } = await params;
  if (!isFormStep(step)) return {};
  const t = getTranslator(locale, "applications");
  return { title: t(`steps.${step}.title`), robots: { index: false } };
}

export default async function StepPage({ params }: PageProps<"step">) {
  const locale = await pageLocale(params);
  const { step } = await params;
  if (!isFormStep(step)) notFound();
  const application = await requireDraft(locale);
  const t = getTranslator(locale, "applications");
  const { organisationName } = application;
  const isJoined = organisationName !== null && describesOrganisation(step);
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("form.tasks"), href: path(locale, "/apply") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        eyebrow={placeWords(step, locale)}
        lead={isJoined ? undefined : t(`steps.${step}.hint`)}
        title={t(`steps.${step}.title`)}
      />
      {isJoined ? (
        <JoinedOrganisation
          action={describeOrganisationAction}
          application={application}
          locale={locale}
        />
      ) : (
        <StepForm action={saveAnswersAction} application={application} locale={locale} step={step}>
          <StepFields
            application={application}
            contact={env().CLUB_CONTACT}
            fees={step === "references" ? await feeWords(locale) : undefined}
            locale={locale}
            step={step}
          />
        </StepForm>
      )}
    </div>
  );
}

/** What each category pays this year, in a sentence. */
async function feeWords(locale: Locale): Promise<Record<string, string>> {
  const t = getTranslator(locale, "applications");
  const { year, fees } = await readAskedFees(locale);
  return Object.fromEntries(
    fees.map(({ category, amount }) => [category, t("hints.fee", { year, amount })]),
  );
}

/** "Your organisation, page 2 of 3"; nothing where a group has one page. */
function placeWords(step: FormStep, locale: Locale): string | null {
  const t = getTranslator(locale, "applications");
  const group = GROUP_NAMES.find((name) =>
    (FORM_GROUPS[name] as readonly FormStep[]).includes(step),
  );
  if (!group) return null;
  const steps: readonly FormStep[] = FORM_GROUPS[group];
  if (steps.length === 1) return null;
  const page = steps.indexOf(step) + 1;
  return t("form.page", { group: t(`groups.${group}.title`), page, pages: steps.length });
}
