import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { type Proof, ProvenForm } from "./proven-form";

const draw = (locale: Locale, way: Proof["way"]) =>
  renderToStaticMarkup(
    createElement(ProvenForm, {
      ...{ action: async () => ({ status: "idle" as const }), here: "/account/erasure", locale },
      ...{ scope: "erasure", submit: "…", proof: { way, email: "a@example.org", label: "…" } },
    }),
  );

test.each(LOCALES)(
  "who forgot the password that is asked for is led to another, in %s",
  (locale) => {
    const way = `href="/${locale}/forgotten-password"`;
    expect(draw(locale, "password")).toContain(way);
    expect(draw(locale, "fresh")).not.toContain(way);
  },
);
