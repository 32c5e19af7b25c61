import { formatDay } from "@/lib/core/dates";
import { LANGUAGE_TAG, type Locale } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import { formatAmount } from "./amounts";
import type { DuesDocument } from "./own.queries";

/** A document in words, as it is set on one sheet. */
export type DuesSheet = {
  /** BCP 47. */
  lang: string;
  title: string;
  issued: string;
  /** That it is cancelled; `""` where it is not. */
  stamp: string;
  issuer: string[];
  payer: string[];
  rows: [term: string, value: string][];
  foot: string[];
};

const TOTAL = { call: "total", receipt: "received", cancellation: "amount" } as const;

/** What a call, a receipt or a cancellation says, line by line, in one language. */
export function duesSheet(document: DuesDocument, locale: Locale): DuesSheet {
  const t = getTranslator(locale, "dues");
  const { kind, number, year, snapshot, amountCents, paidOn, way, reference, others } = document;
  const { issuer, to, covers } = snapshot;
  const cancelled = others.find(({ id }) => id === document.cancelsId);
  const call = kind === "receipt" ? others.find((one) => one.kind === "call") : undefined;
  const about = [
    t("document.period", { year }),
    call ? t("document.forCall", { number: call.number }) : "",
    cancelled && cancelled.kind !== "cancellation"
      ? t("document.cancels", { kind: cancelled.kind, number: cancelled.number })
      : "",
  ];
  const rows: [string, string][] = [
    [t("document.for", { year }), about.filter(Boolean).join("\n")],
    [t("document.covers"), covers.join("\n")],
    [t("document.paidOn"), paidOn ? formatDay(paidOn, locale) : ""],
    [t("document.way"), way ? t(`way.${way}`) : ""],
    [t("document.reference"), reference],
    [t("document.why"), document.words],
    [t(`document.${TOTAL[kind]}`), formatAmount(amountCents, locale)],
  ];
  const payment = kind === "call" && issuer.payment;
  return {
    lang: LANGUAGE_TAG[locale],
    title: t("numbered", { kind, number }),
    issued: t("document.issued", { day: formatDay(document.issuedOn, locale) }),
    stamp: document.isCancelled ? t("document.cancelled") : "",
    issuer: filled([issuer.name, issuer.legalForm, issuer.registration, issuer.address]),
    payer: filled([to.name, to.organisation, to.address, to.email]),
    rows: rows.filter(([, value]) => value !== ""),
    foot: filled([
      payment ? `${t("document.payment")} · ${payment}` : "",
      payment ? t("document.quote", { number }) : "",
      issuer.vat,
    ]),
  };
}

const filled = (texts: string[]) => texts.filter(Boolean);

/** All that a document's sheet is set from in words of people and of the club: what the font of a PDF may lack. */
export function sheetTexts({ snapshot, reference, words }: DuesDocument): string[] {
  const { issuer, to, covers } = snapshot;
  return [...Object.values(issuer), ...Object.values(to), ...covers, reference, words];
}
