import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { ApplicationDossier } from "@/lib/applications/vetting/dossier.queries";
import { ApplicationHeader } from "./application-header";

beforeAll(() => vi.useFakeTimers({ now: new Date("2026-12-02T09:00:00Z") }));
afterAll(() => vi.useRealTimers());

function drawn(state: ApplicationDossier["state"]): string {
  const application = {
    ...({ answers: {}, email: "theo@example.org", locale: "fr", decidedAt: null } as const),
    state,
    submittedAt: new Date("2026-11-18T09:00:00Z"),
    receivedAt: new Date("2026-11-25T09:00:00Z"),
  };
  return renderToStaticMarkup(
    createElement(ApplicationHeader, { locale: "en", application, joins: null }),
  );
}

test("an application waits since the answer to a question, and not while the answer is awaited", () => {
  expect(drawn("under-review")).toContain("(Lyon time), waiting for 7 days");
  expect(drawn("info-requested")).not.toContain("waiting for");
});
