import { referenceLabel } from "@/db/reference/lists";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { path } from "@/lib/core/paths";
import type { OwnOutcome } from "@/lib/projects/outcomes/queries";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";

/** For the owner of a project that is over: to say what came of it, or what they have said. */
export function OutcomePrompt({ project, locale }: { project: OwnOutcome; locale: Locale }) {
  const { outcome, mayRecord, slug } = project;
  if (!mayRecord && !outcome) return null;
  const t = getTranslator(locale, "outcomes");
  const text = outcome
    ? t("prompt.done", { kind: referenceLabel("agreementKinds", outcome.agreementKind, locale) })
    : t("prompt.text");
  return (
    <Card as="section" className="no-print space-y-3" labelledBy="outcome">
      <h2 className="font-semibold text-lg" id="outcome">
        {t("prompt.title")}
      </h2>
      <p className="text-secondary">{text}</p>
      <LinkButton
        href={path(locale, `/projects/${slug}/outcome`)}
        variant={outcome ? "secondary" : "primary"}
      >
        {t(outcome ? "prompt.see" : "prompt.go")}
      </LinkButton>
    </Card>
  );
}
