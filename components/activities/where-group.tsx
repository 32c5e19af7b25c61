import { groupedOptions, referenceOptions } from "@/db/reference/lists";
import { ACTIVITY_MAX } from "@/lib/activities/activity-content";
import { countCopy } from "@/lib/core/i18n/choice-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Checkbox } from "../ui/checkbox";
import { FormGroup } from "../ui/form-group";
import { LongChoice } from "../ui/long-choice";
import { TextField } from "../ui/text-field";
import type { ActivityEntry } from "./activity-entry";

type WhereGroupProps = { entry: ActivityEntry; locale: Locale };

/** Sectors, cities and years. */
export function WhereGroup({ entry, locale }: WhereGroupProps) {
  const t = getTranslator(locale, "activities");
  return (
    <FormGroup id="where" title={t("form.groups.where")}>
      <div>
        <LongChoice
          chosen={entry.sectors ?? []}
          count={countCopy(locale, ACTIVITY_MAX.sectors)}
          legend={t("form.sectors")}
          name="sectors"
          options={groupedOptions("sectors", locale, entry.sectors)}
          required
        />
      </div>
      <div>
        <LongChoice
          chosen={entry.cities ?? []}
          count={countCopy(locale, ACTIVITY_MAX.cities)}
          legend={t("form.cities")}
          name="cities"
          options={referenceOptions("cities", locale, entry.cities)}
        />
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          defaultValue={entry.since ? String(entry.since) : ""}
          hint={t("form.sinceHint")}
          inputMode="numeric"
          label={t("form.since")}
          name="since"
          required
          width="short"
        />
        <TextField
          defaultValue={entry.until ? String(entry.until) : ""}
          hint={t("form.untilHint")}
          inputMode="numeric"
          label={t("form.until")}
          name="until"
          width="short"
        />
      </div>
      <Checkbox
        defaultChecked={entry.isOngoing}
        label={t("form.ongoing")}
        name="ongoing"
        value="on"
      />
    </FormGroup>
  );
}
