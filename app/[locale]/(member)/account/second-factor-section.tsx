import { LinkButton } from "@/components/ui/link-button";
import { SideSection } from "@/components/ui/side-section";
import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnFactor } from "@/lib/second-factor/queries";

type SecondFactorSectionProps = { locale: Locale; factor: OwnFactor };

/** Whether signing in takes a second step, and the way to change that. */
export function SecondFactorSection({ locale, factor }: SecondFactorSectionProps) {
  const t = getTranslator(locale, "secondFactor");
  const { confirmedAt, codesLeft } = factor;
  return (
    <SideSection id="second-factor" lead={t("section.lead")} title={t("section.title")}>
      <p>
        {confirmedAt ? t("section.on", { date: formatDay(confirmedAt, locale) }) : t("section.off")}
      </p>
      {confirmedAt ? <p>{t("section.codesLeft", { count: codesLeft })}</p> : null}
      <p className="mt-4">
        <LinkButton href={path(locale, "/account/second-factor")} variant="secondary">
          {t(confirmedAt ? "section.manage" : "section.setUp")}
        </LinkButton>
      </p>
    </SideSection>
  );
}
