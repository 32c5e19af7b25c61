import { groupedOptions, referenceOptions } from "@/db/reference/lists";
import type { FormAction } from "@/lib/core/form-state";
import { localizedFieldCopy } from "@/lib/core/i18n/form-copy";
import { LANGUAGE_OPTIONS } from "@/lib/core/i18n/language-options";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { MAILING_MAX, originalOf } from "@/lib/mailings/mailing";
import type { Mailing } from "@/lib/mailings/queries";
import { AskOnLeaving } from "../ui/ask-on-leaving";
import { CheckboxGroup } from "../ui/checkbox-group";
import { KeyedForm } from "../ui/keyed-form";
import { LocalizedField } from "../ui/localized-field";
import { LongChoice } from "../ui/long-choice";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type MailingFormProps = { it: Mailing; action: FormAction; locale: Locale };

/** What a draft says in three languages, whom it is for, and until when it stands on the dashboard. */
export function MailingForm({ it, action, locale }: MailingFormProps) {
  const t = getTranslator(locale, "mailings");
  const copy = localizedFieldCopy(locale);
  const original = originalOf(it, locale);
  const isNeeded = it.locales.length === 0 || it.locales.includes(original);
  const texts = { copy, original, required: isNeeded } as const;
  return (
    <KeyedForm
      action={action}
      className="space-y-6"
      hidden={{ mailingId: it.id, version: String(it.version) }}
      id="form-mailing"
      locale={locale}
      scope="mailing"
    >
      <AskOnLeaving />
      <LocalizedField
        {...texts}
        defaultValue={it.subject}
        label={t("edit.subject")}
        maxLength={MAILING_MAX.subject}
        name="subject"
      />
      <LocalizedField
        {...texts}
        defaultValue={it.body}
        hint={t("edit.bodyHint", { kind: it.kind })}
        label={t("edit.body")}
        maxLength={MAILING_MAX.body}
        name="body"
        rows={10}
      />
      {it.kind === "newsletter" ? null : (
        <TextField
          defaultValue={it.shownUntil ?? ""}
          hint={it.kind === "notice" ? t("edit.shownUntilHint") : undefined}
          label={t("edit.shownUntil")}
          name="shownUntil"
          required={it.kind === "announcement"}
          type="date"
          width="short"
        />
      )}
      <fieldset className="space-y-4">
        <legend className="font-semibold text-lg">{t("edit.selection")}</legend>
        <p className="max-w-measure text-muted">{t(`edit.selectionHints.${it.kind}`)}</p>
        <CheckboxGroup
          columns={2}
          defaultValue={it.categories}
          legend={t("edit.categories")}
          name="categories"
          options={referenceOptions("membershipCategories", locale)}
        />
        <CheckboxGroup
          columns={3}
          defaultValue={it.locales}
          legend={t("edit.locales")}
          name="locales"
          options={LANGUAGE_OPTIONS}
        />
        <LongChoice
          chosen={it.cities}
          legend={t("edit.cities")}
          name="cities"
          options={referenceOptions("cities", locale)}
        />
        <LongChoice
          chosen={it.sectors}
          legend={t("edit.sectors")}
          name="sectors"
          options={groupedOptions("sectors", locale, it.sectors)}
        />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="read">
          {t("start.read")}
        </SubmitButton>
        <SubmitButton name="intent" value="stay" variant="secondary">
          {t("edit.submit")}
        </SubmitButton>
      </div>
    </KeyedForm>
  );
}
