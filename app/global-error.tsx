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
        <main className="max-w-measure space-y-12 px-4 py-8">
          {LOCALES.map((locale) => {
            const words = FAILURE_WORDS[locale];
            return (
              <section key={locale} lang={LANGUAGE_TAG[locale]}>
                <h1 className="font-semibold text-2xl">{words.title}</h1>
                <p>{words.text}</p>
                <a href={`/${locale}`}>{words.home}</a>
                {error.digest ? <p>{`${words.reference} ${error.digest}`}</p> : null}
              </section>
            );
          })}
        </main>
      </body>
    </html>
  );
}
