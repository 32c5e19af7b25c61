"use client";

import { useParams } from "next/navigation";
import { CalmPage } from "@/components/shell/calm-page";
import { FAILURE_WORDS } from "@/components/shell/failure-words";
import { Button } from "@/components/ui/button";
import { DEFAULT_LOCALE, isLocale } from "@/lib/core/i18n/locales";

type FailureProps = { error: Error & { digest?: string }; reset: () => void };

export default function Failure({ error, reset }: FailureProps) {
  const asked = useParams().locale;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const words = FAILURE_WORDS[locale];
  return (
    <CalmPage text={words.text} title={words.title}>
      <Button onClick={reset}>{words.retry}</Button>
      <a className="self-center" href={`/${locale}`}>
        {words.home}
      </a>
      {error.digest ? (
        <p className="basis-full text-muted text-sm">{`${words.reference} ${error.digest}`}</p>
      ) : null}
    </CalmPage>
  );
}
