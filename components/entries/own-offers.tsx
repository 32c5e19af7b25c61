import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textName } from "@/lib/entries/entry-names";
import type { TranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { Card } from "../ui/card";
import { MoveForm } from "../ui/move-form";

type OwnOffersProps = { sheet: TranslationSheet; locale: Locale; withdraw: FormAction };

/** What the reader has offered and the owner has not answered. */
export function OwnOffers({ sheet, locale, withdraw }: OwnOffersProps) {
  const t = getTranslator(locale, "translations");
  const { kind } = sheet.noun;
  const open = sheet.ownOffers.filter(({ standing }) => standing === "offered");
  if (open.length === 0) return null;
  return (
    <ul className="mb-8 space-y-3">
      {open.map(({ id, field, since }) => (
        <Card
          as="li"
          className="flex flex-wrap items-center justify-between gap-3"
          key={id}
          padding="small"
        >
          <p>
            <b className="font-semibold">{textName(kind, field, locale)}</b>{" "}
            <span className="text-secondary">
              {t(`${kind}.waiting`, { day: formatDay(since, locale) })}
            </span>
          </p>
          <MoveForm
            action={withdraw}
            hidden={{ offerId: id }}
            label={t("withdraw")}
            locale={locale}
            scope={`withdraw-${id}`}
            variant="quiet"
          />
        </Card>
      ))}
    </ul>
  );
}
