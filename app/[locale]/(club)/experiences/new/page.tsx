import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { requireMember } from "@/lib/core/auth/viewer";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { LOCALE_NAME, LOCALES } from "@/lib/core/i18n/locales";
import { pageLocale } from "@/lib/core/i18n/page-locale";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { draftExperienceAction } from "@/lib/experiences/actions";
import { EXPERIENCE } from "@/lib/experiences/experience";
import { canDraftExperience } from "@/lib/experiences/policy";

type NewExperiencePageProps = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: NewExperiencePageProps): Promise<Metadata> {
  const t = getTranslator(await pageLocale(params), "experiences");
  return { title: t("new.title"), robots: { index: false } };
}

export default async function NewExperiencePage({ params }: NewExperiencePageProps) {
  const locale = await pageLocale(params);
  const viewer = await requireMember(locale, "/experiences/new");
  if (!canDraftExperience(viewer)) notFound();
  const t = getTranslator(locale, "experiences");
  return (
    <>
      <PageHeader
        before={
          <Breadcrumbs
            items={[{ label: t("list.title"), href: path(locale, "/experiences") }]}
            label={getTranslator(locale, "ui")("breadcrumbs")}
          />
        }
        lead={t("new.lead")}
        title={t("new.title")}
      />
      <ActionForm
        action={draftExperienceAction}
        className="space-y-9"
        copy={formCopy(locale)}
        idempotencyKey={crypto.randomUUID()}
        locale={locale}
      >
        <SelectField
          defaultValue={locale}
          label={t("new.language")}
          name="originalLocale"
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAME[value] }))}
          required
          width="medium"
        />
        <TextField
          hint={t("hints.title")}
          label={t("fields.title")}
          maxLength={EXPERIENCE.title.most}
          name="title"
          required
        />
        <SubmitButton>{t("new.start")}</SubmitButton>
      </ActionForm>
    </>
  );
}
