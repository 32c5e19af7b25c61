import type { FormAction } from "@/lib/core/form-state";
import { LOCALE_NAME } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { ORGANISATION_TEXTS } from "@/lib/organisations/organisation-content";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { KeyedForm } from "../ui/keyed-form";
import { StillRight } from "../ui/still-right";
import { SubmitButton } from "../ui/submit-button";
import { NamesGroup } from "./names-group";
import { NumbersGroup } from "./numbers-group";
import type { FormGroupProps } from "./organisation-form-props";
import { VisibilityGroup } from "./visibility-group";
import { WhatGroup } from "./what-group";
import { WhereGroup } from "./where-group";

type OrganisationFormProps = FormGroupProps & {
  action: FormAction;
  /** Null for a new one. */
  saved: { id: string; slug: string; version: number } | null;
};

/** Five groups of at most six questions; one form, one button. */
export function OrganisationForm({ action, saved, ...group }: OrganisationFormProps) {
  const { entry, locale } = group;
  const t = getTranslator(locale, "organisations");
  const hidden: Record<string, string> = { originalLocale: entry.originalLocale };
  if (saved) Object.assign(hidden, { organisationId: saved.id, version: String(saved.version) });
  return (
    <KeyedForm
      action={action}
      className="max-w-3xl space-y-8"
      hidden={hidden}
      id="organisation"
      locale={locale}
      requiredNote
    >
      <AskOnLeaving />
      <NamesGroup {...group} />
      <WhatGroup {...group} />
      <WhereGroup {...group} />
      <NumbersGroup {...group} />
      <VisibilityGroup {...group} />
      <StillRight
        hint={t("form.stillRightHint")}
        legend={t("form.stillRight")}
        marks={entry.stale}
        say={(text, language) =>
          t("form.staleText", { field: t(`form.${text}`), language: LOCALE_NAME[language] })
        }
        texts={ORGANISATION_TEXTS}
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t(saved ? "form.save" : "form.add")}</SubmitButton>
        <a
          className="inline-flex min-h-11 items-center"
          href={path(locale, saved ? `/organisations/${saved.slug}` : "/organisations")}
        >
          {t("form.cancel")}
        </a>
      </div>
    </KeyedForm>
  );
}
