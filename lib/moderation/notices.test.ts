import { describe, expect, test } from "vitest";
import { type Facts, readFacts } from "../core/events/facts";
import { LOCALES, type Locale } from "../core/i18n/locales";
import { renderMail } from "../core/mail/render-mail";
import { tellReporters } from "./notices";

const reporter = { reporterId: "one", createdAt: new Date("2026-12-01T09:00:00Z") };

const letter = (facts: Facts | undefined, locale: Locale) =>
  renderMail("reportDismissed", locale, { name: "A", ...readFacts(facts ?? {}, locale) });

describe.each(LOCALES)("an appeal that changes nothing is answered in %s", (locale) => {
  test("by naming what stays taken down, and leads to it", () => {
    const subject = {
      title: { fr: "La soie" },
      originalLocale: "fr",
      to: "/projects/soie",
    } as const;
    const tell = tellReporters("appeal", [reporter], "Non.", { called: "project", ...subject });
    const [told] = tell({ name: "appeal.dismissed" });
    const mail = letter(told?.facts, locale);
    expect(mail.subject).toContain("La soie");
    expect(mail.text).toContain("La soie");
    expect(mail.text).toContain(`/${locale}/projects/soie`);
    expect(mail.text).not.toContain("/charter");
  });

  test("without a name where it is gone, or was told before letters had one", () => {
    const [told] = tellReporters("appeal", [reporter], "Non.")({ name: "appeal.dismissed" });
    const mail = letter(told?.facts, locale);
    expect(mail.text).not.toMatch(/[“«]/u);
    expect(mail.text).toContain(`/${locale}/charter`);
  });
});
