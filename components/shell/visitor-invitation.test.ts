import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "@/lib/core/i18n/locales";
import { VisitorInvitation } from "./visitor-invitation";

const draw = (locale: Locale, isSignedIn?: boolean) =>
  renderToStaticMarkup(
    createElement(VisitorInvitation, {
      ...{ locale, isSignedIn, next: "/projects/a", title: "Titre", text: "Texte" },
    }),
  );

test.each(LOCALES)("a visitor is offered to join first, then to sign in, in %s", (locale) => {
  const [join, signIn, ...rest] = [...draw(locale).matchAll(/<a [^>]*href="([^"]*)"[^>]*>/g)];
  expect(rest).toEqual([]);
  expect(join?.[1]).toBe(`/${locale}/apply`);
  expect(join?.[0]).toContain("button-primary");
  expect(signIn?.[1]).toMatch(new RegExp(`^/${locale}/sign-in\\?next=`));
  expect(signIn?.[0]).not.toContain("button-primary");
});

test("who is signed in is sent nowhere", () => {
  expect(draw("fr", true)).toContain("Titre");
  expect(draw("fr", true)).not.toContain("<a ");
});
