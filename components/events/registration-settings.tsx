import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { KeptEvent } from "@/lib/events/registrations.queries";
import { Checkbox } from "../ui/checkbox";
import { KeyedForm } from "../ui/keyed-form";
import { ProposedDate } from "../ui/proposed-date";
import { SelectField } from "../ui/select-field";
import { SubmitButton } from "../ui/submit-button";
import { TextField } from "../ui/text-field";

type RegistrationSettingsProps = {
  event: KeptEvent;
  /** It is announced, and opens by what stands in the form. */
  opens: boolean;
  action: FormAction;
  locale: Locale;
};

const COMPANIONS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** How one registers for an event: places, price, companions, until when, and whether whoever keeps it selects. */
export function RegistrationSettings({ event, opens, action, locale }: RegistrationSettingsProps) {
  const t = getTranslator(locale, "events");
  const { id, slug, version, capacity, taken } = event;
  return (
    <KeyedForm
      action={action}
      className="space-y-6"
      hidden={{ eventId: id, version: String(version), slug }}
      id="form-settings"
      locale={locale}
      scope="settings"
    >
      <TextField
        defaultValue={capacity === null ? "" : String(capacity)}
        hint={t("settings.capacityHint")}
        inputMode="numeric"
        label={t("settings.capacity")}
        name="capacity"
        width="short"
      />
      {taken > 0 ? (
        <Checkbox label={t("settings.keepsSeated", { taken })} name="keepsSeated" value="on" />
      ) : null}
      <TextField
        defaultValue={event.price === null ? "" : String(event.price)}
        hint={t("settings.priceHint")}
        inputMode="numeric"
        label={t("settings.price")}
        name="price"
        width="short"
      />
      <SelectField
        defaultValue={String(event.companionsMost)}
        label={t("settings.companionsMost")}
        name="companionsMost"
        options={COMPANIONS.map((value) => ({ value, label: value }))}
        width="short"
      />
      <div className="space-y-2">
        <TextField
          defaultValue={(event.closes ?? "").replace(" ", "T")}
          hint={t("settings.closesHint", { zone: t(`choices.zone.${event.zone}`) })}
          label={t("settings.closes")}
          name="closes"
          type="datetime-local"
          width="medium"
        />
        <ProposedDate fields={["closes"]} from={event.closes} locale={locale} />
      </div>
      {event.format !== "in-person" || event.onlineUrl ? (
        <TextField
          defaultValue={event.onlineUrl ?? ""}
          hint={t("settings.onlineUrlHint")}
          inputMode="url"
          label={t("settings.onlineUrl")}
          maxLength={300}
          name="onlineUrl"
        />
      ) : null}
      <Checkbox
        defaultChecked={event.needsApproval}
        hint={t("settings.needsApprovalHint")}
        label={t("settings.needsApproval")}
        name="needsApproval"
        value="on"
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="save" variant={opens ? "secondary" : "primary"}>
          {t("settings.save")}
        </SubmitButton>
        {opens ? (
          <SubmitButton name="intent" value="open">
            {t("progress.toOpen")}
          </SubmitButton>
        ) : null}
      </div>
    </KeyedForm>
  );
}
