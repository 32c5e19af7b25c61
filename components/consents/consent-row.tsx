import type { ReactNode } from "react";
import type { ConsentText } from "@/lib/consents/consent-texts";
import type { LedgerLine } from "@/lib/consents/ledger";
import { formatInstant } from "@/lib/core/dates";
import type { FormAction } from "@/lib/core/form-state";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { Badge } from "../ui/badge";
import { ConsentForm } from "./consent-form";
import { ConsentWords } from "./consent-words";

type ConsentActions = Record<"give" | "withdraw", FormAction>;

type ConsentRowProps = {
  line: LedgerLine;
  text: ConsentText;
  hint: ReactNode;
  actions: ConsentActions;
  locale: Locale;
};

/** One consent: where it stands, its text, and the button that gives or withdraws it. */
export function ConsentRow({ line, text, hint, actions, locale }: ConsentRowProps) {
  const t = getTranslator(locale, "consents");
  const { purpose, living, endedAt, isOutdated } = line;
  const form = { purpose: text.label, name: purpose, locale };
  return (
    <li className="space-y-2 py-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{text.label}</h3>
        {living ? <Badge tone="success">{t("given")}</Badge> : <Badge>{t("notGiven")}</Badge>}
      </div>
      {living ? (
        <p className="text-muted text-sm">
          {t("givenOn", {
            date: formatInstant(living.givenAt, locale),
            language: living.locale,
            version: living.textVersion,
          })}
        </p>
      ) : null}
      {endedAt ? (
        <p className="text-muted text-sm">
          {t("withdrawnOn", { date: formatInstant(endedAt, locale) })}
        </p>
      ) : null}
      {isOutdated ? <p>{t("renewed", { version: text.version })}</p> : null}
      <ConsentWords isOpen={isOutdated} label={text.label} locale={locale} text={text} />
      {hint ? <p className="max-w-measure text-secondary text-sm">{hint}</p> : null}
      <div className="flex flex-wrap gap-3 pt-1">
        {living === null || isOutdated ? (
          <ConsentForm
            {...form}
            act={isOutdated ? "renew" : "give"}
            action={actions.give}
            version={text.version}
          />
        ) : null}
        {living ? <ConsentForm {...form} act="withdraw" action={actions.withdraw} /> : null}
      </div>
    </li>
  );
}
