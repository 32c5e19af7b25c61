import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, LOCALE_NAME, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textName } from "@/lib/entries/entry-names";
import type { Noun } from "@/lib/entries/noun";
import type { OwnOffer } from "@/lib/entries/offers.queries";
import type { SheetField } from "@/lib/entries/sheet-fields";
import { Badge, type BadgeTone } from "../ui/badge";
import { LocalizedProse } from "../ui/localized-prose";
import { TextField } from "../ui/text-field";
import { OfferStanding } from "./offer-standing";
import { OriginNote } from "./origin-note";
import { OriginalText } from "./original-text";

type SheetRowProps = {
  noun: Noun;
  row: SheetField;
  /** What the reader offered for this text, if anything is to be told of it. */
  offer: OwnOffer | undefined;
  original: Locale;
  to: Locale;
  locale: Locale;
  /** What stands in the field at first; without it the translation is only read. */
  start?: string;
};

/** One text: the original at the left, its translation, where that comes from and where it stands at the right. */
export function SheetRow(props: SheetRowProps) {
  const { noun, row, offer, original, to, locale, start } = props;
  const t = getTranslator(locale, "translations");
  const { field, current } = row;
  const name = textName(noun.kind, field, locale);
  const described = noun.fields[field];
  const text = described?.kind === "text" ? described : null;
  const isRead = offer?.standing === "accepted";
  return (
    <section
      aria-labelledby={`text-${field}`}
      className="grid gap-x-8 gap-y-5 border-hairline border-t py-7 lg:grid-cols-2"
    >
      <div className="min-w-0">
        <h2 className="mb-2 font-semibold text-lg" id={`text-${field}`}>
          {name}
        </h2>
        <OriginalText locale={locale} original={original} text={row.original} />
      </div>
      <div className="min-w-0 space-y-2">
        <Marks {...props} />
        {offer ? <OfferStanding kind={noun.kind} locale={locale} offer={offer} /> : null}
        {isRead ? null : start === undefined ? (
          <LocalizedProse lang={to} text={current} />
        ) : (
          <TextField
            defaultValue={start}
            hint={text?.level === "public" ? t(`${noun.kind}.publicHint`) : undefined}
            label={t("textIn", { text: name, language: LOCALE_NAME[to] })}
            lang={LANGUAGE_TAG[to]}
            maxLength={text?.most}
            name={`words.${field}`}
            rows={text && !text.isLine ? Math.min(8, Math.ceil(text.most / 100)) : undefined}
          />
        )}
      </div>
    </section>
  );
}

const TONE: Record<OwnOffer["standing"], BadgeTone> = {
  offered: "warning",
  accepted: "success",
  notPublished: "neutral",
  declined: "neutral",
};

/** What there is to say of the translation: where one's own stands, missing, older, not online yet, whose. */
function Marks({ noun, row, offer, locale }: SheetRowProps) {
  const t = getTranslator(locale, "translations");
  const { current, isStale, isWaiting, note } = row;
  const day = offer ? formatDay(offer.since, locale) : "";
  const own = offer ? (
    <Badge tone={TONE[offer.standing]}>{t(`standing.${offer.standing}`, { day })}</Badge>
  ) : null;
  if (offer?.standing === "accepted") return <p>{own}</p>;
  const isTaken = note?.origin === "person" && note.translator.kind !== "owner";
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-2 max-lg:empty:hidden">
      {own}
      {current || offer?.standing === "offered" ? null : <Badge>{t("empty")}</Badge>}
      {isStale ? <Badge tone="warning">{t("stale")}</Badge> : null}
      {isWaiting ? (
        <Badge tone="warning">{t(isTaken ? "standing.accepted" : "standing.saved")}</Badge>
      ) : null}
      {note ? <OriginNote kind={noun.kind} locale={locale} note={note} /> : null}
    </div>
  );
}
