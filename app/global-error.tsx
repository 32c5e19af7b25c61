"use client";

import { FAILURE_WORDS } from "@/components/shell/failure-words";
import { LANGUAGE_TAG, LOCALES } from "@/lib/core/i18n/locales";
import { sourceSans } from "./fonts";
import "./globals.css";

type FailureProps = { error: Error & { digest?: string } };

/** The frame itself failed: its language is unknown, so all of them speak. */
export default function GlobalFailure({ error }: FailureProps) {
  return (
    <html className={sourceSans.variable} lang={LANGUAGE_TAG.fr}>
      <body>
        <main className="mx-auto max-w-page space-y-12 px-4 py-16 sm:px-6">
          {LOCALES.map((locale, index) => {
            const words = FAILURE_WORDS[locale];
            const Heading = index === 0 ? "h1" : "h2";
            return (
              <section key={locale} lang={LANGUAGE_TAG[locale]}>
                <Heading className="font-semibold text-2xl">{words.title}</Heading>
                <p className="mt-2 mb-5 max-w-measure text-secondary">{words.text}</p>
                <a href={`/${locale}`}>{words.home}</a>
              </section>
            );
          })}
          {error.digest ? <p className="text-muted text-sm">{error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
