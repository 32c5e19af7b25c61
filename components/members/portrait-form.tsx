import type { Visibility } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { labelFor } from "@/lib/core/i18n/word-list";
import type { Face as Shown } from "@/lib/core/text/monogram";
import { Card } from "../ui/card";
import { Face } from "../ui/face";
import { FileChoice } from "../ui/file-choice";
import { FormKey } from "../ui/form-key";
import { KeyedForm } from "../ui/keyed-form";
import type { Option } from "../ui/select-field";
import { SendFile } from "../ui/send-file";
import { SubmitButton } from "../ui/submit-button";
import { VisibilitySelect } from "./visibility-select";

type PortraitFormProps = {
  slug: string;
  face: Shown | undefined;
  /** Whether the face is a portrait that can be changed, hidden and removed. */
  isSet: boolean;
  level: Visibility;
  levels: Option[];
  /** Why the last picture was not taken, in words. */
  refusal: string | null;
  remove: FormAction;
  locale: Locale;
};

/** One's own face and who sees it: a plain form that carries a file and comes back to this page. */
export function PortraitForm(props: PortraitFormProps) {
  const { slug, face, isSet, level, levels, refusal, remove, locale } = props;
  const t = getTranslator(locale, "members");
  const visibleTo = t("profile.visibleTo");
  return (
    <Card as="section" labelledBy="portrait">
      <h2 className="font-semibold text-xl" id="portrait">
        {t("portrait.title")}
      </h2>
      <p className="mt-1 max-w-measure text-muted" id="portrait-hint">
        {t("portrait.hint")}
      </p>
      <div className="mt-6 flex flex-wrap items-start gap-6">
        <Face face={face} size="large" />
        <div className="min-w-0 grow basis-64 space-y-4">
          <form
            action={`/api/members/${slug}/portrait?locale=${locale}`}
            className="space-y-4"
            encType="multipart/form-data"
            method="post"
          >
            <FormKey />
            <div className="grid gap-x-8 gap-y-3 md:grid-cols-[1fr_13rem] md:items-start">
              <FileChoice
                id="portrait"
                isOptional={isSet}
                label={t(isSet ? "portrait.fileChange" : "portrait.file")}
                name="portrait"
                refusal={refusal}
              />
              <VisibilitySelect
                defaultValue={level}
                field="portrait"
                label={labelFor(visibleTo, t("portrait.field"), locale)}
                levels={levels}
                shortLabel={visibleTo}
              />
            </div>
            <SendFile before="profile" copy={formCopy(locale)} variant="secondary">
              {t("portrait.send")}
            </SendFile>
          </form>
          {isSet ? (
            <KeyedForm action={remove} className="" locale={locale} scope="remove-portrait">
              <SubmitButton size="small" variant="quiet">
                {t("portrait.remove")}
              </SubmitButton>
            </KeyedForm>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
