import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import type { IdentityCheck } from "@/lib/moderation/identity-checks";
import type { Identity, PastDecision } from "@/lib/moderation/queries";
import { Card } from "../ui/card";
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
        <section aria-labelledby="checks">
          <h2 className="mb-3 font-semibold text-lg" id="checks">
            {t("checks.title")}
          </h2>
          <CheckList checks={checks} locale={locale} status={identity.status} />
        </section>
        <section aria-labelledby="identity">
          <h2 className="mb-3 font-semibold text-lg" id="identity">
            {t("identity.title")}
          </h2>
          <IdentityCard identity={identity} locale={locale} />
        </section>
        <section aria-labelledby="history">
          <h2 className="mb-3 font-semibold text-lg" id="history">
            {t("history.title")}
          </h2>
          <PastDecisions decisions={decisions} locale={locale} wordsLocale={ownerLocale} />
        </section>
      </aside>
    </div>
  );
}
