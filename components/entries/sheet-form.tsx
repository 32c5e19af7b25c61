import type { FormAction } from "@/lib/core/form-state";
import { formCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { textName } from "@/lib/entries/entry-names";
import type { OwnOffer } from "@/lib/entries/offers.queries";
import type { SheetField } from "@/lib/entries/sheet-fields";
import type { TranslationSheet } from "@/lib/entries/translation-sheet.queries";
import { ActionForm } from "../ui/action-form";
import { CheckboxGroup } from "../ui/checkbox-group";
import { SubmitButton } from "../ui/submit-button";
import { SheetRow } from "./sheet-row";

type SheetFormProps = {
  sheet: TranslationSheet;
  locale: Locale;
  actions: Record<"save" | "offer", FormAction>;
};

/** All texts beside their translation: the owner saves, a member offers, and who can do neither reads. */
export function SheetForm({ sheet, locale, actions }: SheetFormProps) {
  const t = getTranslator(locale, "translations");
  const { noun, fields, original, to, isOwn, canSave, entryId, fingerprint } = sheet;
  const offered = new Map(sheet.ownOffers.map((offer) => [offer.field, offer]));
  const isRead = (field: string) => offered.get(field)?.standing === "accepted";
  const isOpen = isOwn ? canSave : fields.some(({ field }) => !isRead(field));
  const texts = fields.map((row) => (
    <SheetRow
      key={row.field}
      locale={locale}
      noun={noun}
      original={original}
      offer={offered.get(row.field)}
      row={row}
      start={isOpen ? startOf(row, offered.get(row.field)) : undefined}
      to={to}
    />
  ));
  if (!isOpen) return <div className="border-hairline border-b">{texts}</div>;
  const stale = fields.filter(({ isStale }) => isStale);
  return (
    <ActionForm
      action={isOwn ? actions.save : actions.offer}
      className=""
      // Any text may stay empty: saying so beside each would only be noise.
      copy={{ ...formCopy(locale), optional: "" }}
      hidden={{ entryId, locale: to, fingerprint }}
      idempotencyKey={crypto.randomUUID()}
      key={to}
      locale={locale}
      scope="sheet"
    >
      {texts}
      {isOwn && stale.length > 0 ? (
        <div className="border-hairline border-t py-7">
          <CheckboxGroup
            legend={t("stillRight")}
            name="confirmed"
            options={stale.map(({ field }) => ({
              value: field,
              label: textName(noun.kind, field, locale),
            }))}
          />
        </div>
      ) : null}
      <div className="act-bar -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 bg-page px-4">
        <SubmitButton>{isOwn ? t("save") : t("offer")}</SubmitButton>
        {isOwn ? null : (
          <p className="max-w-measure text-muted text-sm">{t(`${noun.kind}.offerHint`)}</p>
        )}
      </div>
    </ActionForm>
  );
}

/** What stands in a field at first; an accepted translation is read until it is online. */
function startOf({ current }: SheetField, offer: OwnOffer | undefined): string | undefined {
  if (offer?.standing === "accepted") return undefined;
  return offer?.standing === "offered" ? offer.words : current;
}
