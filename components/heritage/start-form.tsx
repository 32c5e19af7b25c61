import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import { LOCALE_NAME, LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import { HERITAGE_ITEM } from "@/lib/heritage/heritage";
import type { listUnpublished } from "@/lib/heritage/queries";
import { ModerationBadge } from "../entries/moderation-badge";
import { ActionForm } from "../ui/action-form";
import { RadioGroup } from "../ui/radio-group";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type StartFormProps = {
  action: FormAction;
  locale: Locale;
  unpublished: Awaited<ReturnType<typeof listUnpublished>>;
};

/** What a new item is called and in which language; the editor asks for the rest. */
export function StartForm({ action, locale, unpublished }: StartFormProps) {
  const t = getTranslator(locale, "heritage");
  return (
    <>
      <ActionForm
        action={action}
        copy={formCopy(locale)}
        idempotencyKey={crypto.randomUUID()}
        locale={locale}
      >
        <div className="max-w-2xl space-y-8">
          <TextField
            hint={t("hints.title")}
            label={t("fields.title")}
            maxLength={HERITAGE_ITEM.title.most}
            name="title"
            required
          />
          <RadioGroup
            defaultValue={locale}
            legend={t("facts.originalLocale")}
            name="originalLocale"
            options={LOCALES.map((one) => ({ value: one, label: LOCALE_NAME[one] }))}
            required
          />
          <SubmitButton>{t("new.submit")}</SubmitButton>
        </div>
      </ActionForm>
      {unpublished.length > 0 ? (
        <section aria-labelledby="unpublished" className="mt-12">
          <h2 className="mb-4 font-semibold text-xl" id="unpublished">
            {t("new.drafts")}
          </h2>
          <ul className="space-y-3">
            {unpublished.map(({ slug, title, originalLocale, moderation }) => (
              <li className="flex flex-wrap items-center gap-3" key={slug}>
                <a href={path(locale, `/heritage/${slug}`)}>
                  {pickText(title, locale, originalLocale)?.text ?? t("untitled")}
                </a>
                <ModerationBadge locale={locale} state={moderation} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
