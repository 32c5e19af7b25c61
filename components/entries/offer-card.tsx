import type { EntryKind } from "@/db/enums";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { diffCopy } from "@/lib/core/i18n/ui-copy";
import { path } from "@/lib/core/paths";
import { diffTexts } from "@/lib/core/text/text-diff";
import { textName } from "@/lib/entries/entry-names";
import { DECLINE_MAX } from "@/lib/entries/offer-limits";
import type { OfferToDecide } from "@/lib/entries/offers.queries";
import { Card } from "../ui/card";
import { DiffText } from "../ui/diff-text";
import { GraveMove } from "../ui/grave-move";
import { LocalizedProse } from "../ui/localized-prose";
import { MoveForm } from "../ui/move-form";
import { TextField } from "../ui/text-field";
import { OriginalText } from "./original-text";

type OfferCardProps = {
  kind: EntryKind;
  offer: OfferToDecide;
  original: Locale;
  canAccept: boolean;
  locale: Locale;
  actions: Record<"accept" | "decline", FormAction>;
};

/** One offered translation: original, what it says, how it differs from the present one, and the answer. */
export function OfferCard({ kind, offer, original, canAccept, locale, actions }: OfferCardProps) {
  const t = getTranslator(locale, "translations");
  const { id, field, author, words, current, fingerprint } = offer;
  const day = formatDay(offer.createdAt, locale);
  return (
    <Card as="li">
      <h3 className="font-semibold text-lg">{textName(kind, field, locale)}</h3>
      <p className="mb-4 text-muted text-sm">
        {author ? (
          <a href={path(locale, `/members/${author.slug}`)}>
            {t("offers.from", { name: author.name, day })}
          </a>
        ) : (
          t("offers.fromSomebody", { day })
        )}
      </p>
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        <OriginalText locale={locale} original={original} text={offer.original} />
        <div className="min-w-0 space-y-1.5">
          <p className="text-muted text-sm">
            <span lang={LANGUAGE_TAG[offer.locale]}>{LOCALE_NAME[offer.locale]}</span>
            {` · ${t("offers.words")}`}
          </p>
          <LocalizedProse lang={offer.locale} text={words} />
          {current ? (
            <>
              <p className="pt-3 text-muted text-sm">{t("offers.change")}</p>
              <DiffText
                copy={diffCopy(locale)}
                lang={LANGUAGE_TAG[offer.locale]}
                parts={diffTexts(current, words, offer.locale)}
              />
            </>
          ) : null}
        </div>
      </div>
      <div className="mt-5 flex flex-wrap items-start gap-3">
        {canAccept ? (
          <MoveForm
            action={actions.accept}
            hidden={{ offerId: id, fingerprint }}
            label={t("offers.accept")}
            locale={locale}
            scope={`accept-${id}`}
          />
        ) : null}
        <GraveMove consequence={t("offers.declineHint")} label={t("offers.decline")}>
          <MoveForm
            action={actions.decline}
            hidden={{ offerId: id }}
            label={t("offers.declineConfirm")}
            locale={locale}
            scope={`decline-${id}`}
            variant="danger"
          >
            <TextField
              label={t("offers.declineWords")}
              maxLength={DECLINE_MAX}
              name="words"
              rows={3}
            />
          </MoveForm>
        </GraveMove>
      </div>
    </Card>
  );
}
