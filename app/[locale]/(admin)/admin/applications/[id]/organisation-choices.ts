import type { Option } from "@/components/ui/select-field";
import { describedAs } from "@/lib/applications/organisation-facts";
import type { ApplicationDossier } from "@/lib/applications/vetting/dossier.queries";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { Surroundings } from "./surroundings";

/**
 * Where a new member may belong: the organisation they asked to join, then those of the club with the same name or
 * number, then the one they described, then none yet. The likeliest comes first.
 */
export function organisationChoices(
  { answers }: ApplicationDossier,
  { joined, similar }: Pick<Surroundings, "joined" | "similar">,
  locale: Locale,
): Option[] {
  const t = getTranslator(locale, "vetting");
  const known = new Map(joined ? [[joined.id, joined.name]] : []);
  for (const { id, name } of similar) if (!known.has(id)) known.set(id, name.text);
  const joins = [...known].map(([value, organisation]) => ({
    value,
    label: t("decide.join", { organisation }),
    hint: t("decide.joinHint"),
  }));
  const later = { value: "none", label: t("decide.none"), hint: t("decide.noneHint") };
  const described = describedAs(answers, locale);
  if (!described || !answers.organisationKind) return [...joins, later];
  const isKnown = similar.length > 0;
  const asNew = {
    value: isKnown ? "another" : "new",
    label: t(isKnown ? "decide.another" : "decide.new", { organisation: described }),
    hint: t("decide.newHint"),
  };
  return [...joins, asNew, later];
}
