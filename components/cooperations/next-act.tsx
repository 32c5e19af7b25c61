import { partyName } from "@/lib/cooperations/party-name";
import type { CooperationPage } from "@/lib/cooperations/queries";
import { formatDay } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { pickText } from "@/lib/core/i18n/localized-text";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Card } from "../ui/card";
import { KeyedForm } from "../ui/keyed-form";
import { LateSelectField } from "../ui/late-select-field";
import { SubmitButton } from "../ui/submit-button";

type NextActProps = {
  cooperation: CooperationPage & { act: NonNullable<CooperationPage["act"]> };
  /** For whoever says whose turn it is. */
  assign: FormAction | null;
  locale: Locale;
};

/** What has to be done next, by when and by whom, for members. */
export function NextAct({ cooperation, assign, locale }: NextActProps) {
  const { act, parties, originalLocale, id, version, slug } = cooperation;
  const t = getTranslator(locale, "cooperations");
  const actor = parties.find(({ isToAct }) => isToAct);
  const named = (party: (typeof parties)[number]) => partyName(party, locale).text;
  return (
    <Card as="section" className="space-y-3" labelledBy="act">
      <h2 className="font-semibold text-lg" id="act">
        {t("page.act")}
      </h2>
      <p>
        <strong className="block">{formatDay(act.on, locale)}</strong>
        {pickText(act.words, locale, originalLocale)?.text}
      </p>
      <p className="text-secondary">
        {actor ? t("page.actOf", { name: named(actor) }) : t("page.actOfClub")}
      </p>
      {assign ? (
        <KeyedForm
          action={assign}
          className="space-y-3"
          hidden={{ cooperationId: id, version: String(version), slug }}
          locale={locale}
          scope="act"
        >
          <LateSelectField
            defaultValue={actor?.organisationId ?? ""}
            label={t("page.whoActs")}
            name="organisationId"
            options={[
              { value: "", label: t("page.club") },
              ...parties.map((party) => ({ value: party.organisationId, label: named(party) })),
            ]}
          />
          <SubmitButton variant="secondary">{t("page.saveActor")}</SubmitButton>
        </KeyedForm>
      ) : null}
    </Card>
  );
}
