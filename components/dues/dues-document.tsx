import { formatDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatAmount } from "@/lib/dues/amounts";
import type { DuesDocument as Document } from "@/lib/dues/own.queries";
import { Badge } from "../ui/badge";
import { DefinitionList } from "../ui/definition-list";
import { PersonWords } from "../ui/person-words";

type DuesDocumentProps = { document: Document; locale: Locale };

/** A call, a receipt or a cancellation as it stands on paper. */
export function DuesDocument({ document, locale }: DuesDocumentProps) {
  const t = getTranslator(locale, "dues");
  const { kind, number, snapshot, issuedOn } = document;
  const { issuer, to } = snapshot;
  return (
    <article className="dues-document card space-y-8 self-start p-5 sm:p-8">
      <header className="flex flex-wrap justify-between gap-x-12 gap-y-6">
        <address className="not-italic">
          <p className="font-semibold">{issuer.name}</p>
          <Lines texts={[issuer.legalForm, issuer.registration, issuer.address]} />
        </address>
        <address className="min-w-48 not-italic">
          <p className="text-muted text-sm">{t("document.to")}</p>
          <p className="font-semibold" dir="auto">
            <PersonWords words={to.name} />
          </p>
          <Lines texts={[to.organisation, to.address, to.email]} />
        </address>
      </header>
      <div className="space-y-1">
        <p className="font-semibold text-xl">{t("numbered", { kind, number })}</p>
        <p>{t("document.issued", { day: formatDay(issuedOn, locale) })}</p>
        {document.isCancelled ? <Badge tone="danger">{t("document.cancelled")}</Badge> : null}
      </div>
      <DefinitionList items={facts(document, locale)} />
      <footer className="space-y-3 empty:hidden">
        {kind === "call" && issuer.payment ? (
          <p>
            <span className="font-semibold">{t("document.payment")}</span>
            <span className="block whitespace-pre-line">{issuer.payment}</span>
            <span className="block">{t("document.quote", { number })}</span>
          </p>
        ) : null}
        {issuer.vat ? <p className="text-muted text-sm">{issuer.vat}</p> : null}
      </footer>
    </article>
  );
}

function facts(document: Document, locale: Locale) {
  const t = getTranslator(locale, "dues");
  const { kind, year, snapshot, amountCents, paidOn, way, reference, words, others } = document;
  const cancelled = others.find(({ id }) => id === document.cancelsId);
  const call = kind === "receipt" ? others.find((one) => one.kind === "call") : undefined;
  const amount = <span className="font-semibold">{formatAmount(amountCents, locale)}</span>;
  const term = { call: "total", receipt: "received", cancellation: "amount" } as const;
  return [
    {
      term: t("document.for", { year }),
      value: (
        <>
          <p>{t("document.period", { year })}</p>
          {cancelled?.kind === "call" || cancelled?.kind === "receipt" ? (
            <p>{t("document.cancels", { kind: cancelled.kind, number: cancelled.number })}</p>
          ) : null}
          {call ? <p>{t("document.forCall", { number: call.number })}</p> : null}
        </>
      ),
    },
    { term: t("document.covers"), value: <Lines texts={snapshot.covers} /> },
    { term: t("document.paidOn"), value: paidOn && formatDay(paidOn, locale) },
    { term: t("document.way"), value: way && t(`way.${way}`) },
    { term: t("document.reference"), value: reference },
    { term: t("document.why"), value: words },
    { term: t(`document.${term[kind]}`), value: amount },
  ];
}

function Lines({ texts }: { texts: string[] }) {
  const shown = texts.filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <p className="wrap-anywhere whitespace-pre-line" dir="auto">
      {shown.join("\n")}
    </p>
  );
}
