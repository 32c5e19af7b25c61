import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { logoFace } from "@/lib/organisations/organisation-list-view";
import { Card } from "../ui/card";
import { FileChoice } from "../ui/file-choice";
import { FormKey } from "../ui/form-key";
import { KeyedForm } from "../ui/keyed-form";
import { Picture } from "../ui/picture";
import { SendFile } from "../ui/send-file";
import { SubmitButton } from "../ui/submit-button";

type LogoFormProps = {
  organisation: { id: string; slug: string; logo: string | null; name: string };
  /** Why the last picture was not taken, in words. */
  refusal: string | null;
  remove: FormAction;
  locale: Locale;
};

/** A plain form that carries a file: it works without JavaScript and comes back to this page. */
export function LogoForm({ organisation, refusal, remove, locale }: LogoFormProps) {
  const { id, slug, logo, name } = organisation;
  const t = getTranslator(locale, "organisations");
  return (
    <Card as="section" labelledBy="logo">
      <h2 className="mb-4 font-semibold text-xl" id="logo">
        {t("logo.title")}
      </h2>
      <div className="flex flex-wrap items-start gap-6">
        <Picture alt={t("logo.current", { name })} face={logoFace(slug, logo, name)} size="large" />
        <div className="min-w-0 grow basis-64 space-y-4">
          <form
            action={`/api/organisations/${slug}/logo?locale=${locale}`}
            className="space-y-4"
            encType="multipart/form-data"
            method="post"
          >
            <FormKey />
            <FileChoice
              hint={t("logo.hint")}
              id="logo"
              label={t("logo.file")}
              name="logo"
              refusal={refusal}
            />
            <SendFile before="organisation" copy={formCopy(locale)} variant="secondary">
              {t(logo === null ? "logo.send" : "logo.change")}
            </SendFile>
          </form>
          {logo === null ? null : (
            <KeyedForm
              action={remove}
              className="space-y-3"
              hidden={{ organisationId: id, slug }}
              locale={locale}
              scope="remove-logo"
            >
              <SubmitButton size="small" variant="quiet">
                {t("logo.remove")}
              </SubmitButton>
            </KeyedForm>
          )}
        </div>
      </div>
    </Card>
  );
}
