import type { EntryKind } from "@/db/enums";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textNames } from "@/lib/entries/entry-names";
import type { OfferBundle } from "@/lib/entries/offers.queries";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type BundleCardProps = {
  kind: EntryKind;
  bundle: OfferBundle;
  locale: Locale;
  acceptAll: FormAction;
};

/** Several offers of one member: which texts, and one press for all of them. */
export function BundleCard({ kind, bundle, locale, acceptAll }: BundleCardProps) {
  const t = getTranslator(locale, "translations");
  const { offerId, fingerprint, fields, author } = bundle;
  const about = { count: fields.length, fields: textNames(kind, fields, locale) };
  return (
    <Card
      as="li"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3"
      padding="small"
    >
      <p className="min-w-0 max-w-measure">
        {author
          ? t("acceptAll.text", { ...about, name: author.name })
          : t("acceptAll.somebody", about)}
      </p>
      <MoveForm
        action={acceptAll}
        hidden={{ offerId, fingerprint }}
        label={t("acceptAll.button", { count: fields.length })}
        locale={locale}
        scope={`accept-all-${offerId}`}
        variant="secondary"
      />
    </Card>
  );
}
