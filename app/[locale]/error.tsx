"use client";

import { useParams } from "next/navigation";
import { ConfluenceMark } from "@/components/shell/confluence-mark";
import { FAILURE_WORDS } from "@/components/shell/failure-words";
import { Button } from "@/components/ui/button";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";

type FailureProps = { error: Error & { digest?: string }; reset: () => void };

export default function Failure({ error, reset }: FailureProps) {
  const asked = useParams().locale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const words = FAILURE_WORDS[locale];
  return (
    <div className="max-w-measure space-y-6 py-8">
      <ConfluenceMark />
      <h1 className="font-semibold text-3xl">{words.title}</h1>
      <p className="text-lg">{words.text}</p>
      <p className="flex flex-wrap items-center gap-4">
        <Button onClick={reset}>{words.retry}</Button>
        <a href={`/${locale}`}>{words.home}</a>
      </p>
      {error.digest ? <p>{`${words.reference} ${error.digest}`}</p> : null}
    </div>
  );
}
