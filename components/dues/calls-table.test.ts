import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import { CallsTable } from "./calls-table";

const call = { id: "1", number: "2026-0001", name: "Agathe Vernoux", amountCents: 12_000 };

const draw = (organisation: string, covered: number) => {
  const issuedOn = "2026-11-30";
  const rows = [{ ...call, organisation, covered, issuedOn, state: "open" as const }];
  return renderToStaticMarkup(createElement(CallsTable, { rows, locale: "fr" }));
};

test("below a payer stand the organisation and how many the call covers, none of them as an empty word", () => {
  const three = getTranslator("fr", "dues")("calls.covered", { count: 3 });
  expect(draw("Soierie Montbrelant", 3)).toContain(`>Soierie Montbrelant · ${three}<`);
  expect(draw("Soierie Montbrelant", 1)).toContain(">Soierie Montbrelant<");
  expect(draw("", 3)).toContain(`>${three}<`);
  expect(draw("", 1)).not.toContain(" · ");
});
