import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { IdentityCheck } from "@/lib/moderation/identity-checks";
import type { Identity, PastDecision } from "@/lib/moderation/queries";
import { Card } from "../ui/card";
import { TitledPart } from "../ui/titled-part";
import { CheckList } from "./check-list";
import { DecisionBar } from "./decision-bar";
import { IdentityCard } from "./identity-card";
import { PastDecisions } from "./past-decisions";

type DossierProps = {
  locale: Locale;
  identity: Identity;
  checks: IdentityCheck[];
  decisions: PastDecision[];
  ownerLocale: Locale;
  /** The form, or why there is none. */
  decision: ReactNode;
  /** Whether the viewer decides: it is the form. */
  isOpen: boolean;
  /** Who of the team deals with it, and what they have noted. */
  panel: ReactNode;
  notes: ReactNode;
  /** What is decided on. */
  children: ReactNode;
};

/** The whole text on one side; the decision and all that it needs on the other. */
export function Dossier(props: DossierProps) {
  const { locale, identity, checks, decisions, ownerLocale, decision, isOpen, children } = props;
  const { panel, notes } = props;
  const t = getTranslator(locale, "admin");
  return (
    <div className="grid gap-x-12 gap-y-12 lg:grid-cols-[minmax(0,1fr)_25rem]">
      <div className="min-w-0 space-y-12">
        {children}
        {isOpen ? <DecisionBar locale={locale} /> : null}
      </div>
      <aside aria-labelledby="decision" className="space-y-8">
        <Card>
          <h2 className="mb-4 font-semibold text-lg" id="decision">
            {t("decide.title")}
          </h2>
          {decision}
        </Card>
        {panel}
        {notes}
        <TitledPart id="checks" size="small" title={t("checks.title")}>
          <CheckList checks={checks} locale={locale} status={identity.status} />
        </TitledPart>
        <TitledPart id="identity" size="small" title={t("identity.title")}>
          <IdentityCard identity={identity} locale={locale} />
        </TitledPart>
        <TitledPart id="history" size="small" title={t("history.title")}>
          <PastDecisions decisions={decisions} locale={locale} wordsLocale={ownerLocale} />
        </TitledPart>
      </aside>
    </div>
  );
}
