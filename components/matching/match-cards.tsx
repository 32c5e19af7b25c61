"use client";

import type { FormAction } from "@/lib/core/form-state";
import type { FormCopy } from "@/lib/core/i18n/form-copy";
import type { Locale } from "@/lib/core/i18n/locales";
import { inBrackets, listed } from "@/lib/core/i18n/word-list";
import { spoken } from "@/lib/core/list-view";
import type { MatchCard as CardData } from "@/lib/matching/match-card";
import { ActionForm } from "../ui/action-form";
import { Badge } from "../ui/badge";
import { Card } from "../ui/card";
import { LinkButton } from "../ui/link-button";
import { SubmitButton } from "../ui/submit-button";
import { VisuallyHidden } from "../ui/visually-hidden";
import { Reasons } from "./reasons";

type MatchCardsProps = {
  cards: readonly CardData[];
  copy: { why: string; dismiss: string; form: FormCopy };
  dismiss: FormAction;
  locale: Locale;
};

/** Projects that fit the reader, why, and with each the button for "not this one". */
export function MatchCards({ cards, copy, dismiss, locale }: MatchCardsProps) {
  return cards.map((card) => (
    <Card as="li" className="flex flex-col" interactive key={card.slug}>
      <Head card={card} />
      <Reasons label={copy.why} lines={card.reasons} />
      <div className="mt-auto flex flex-wrap items-center justify-between gap-3 pt-4">
        <Act card={card} locale={locale} />
        <ActionForm
          action={dismiss}
          className="relative z-10"
          copy={copy.form}
          hidden={{ slug: card.slug }}
          idempotencyKey={card.key}
          locale={locale}
          scope={card.slug}
        >
          <SubmitButton size="small" variant="quiet">
            {copy.dismiss}
            <VisuallyHidden>{inBrackets(spoken(card.title).text, locale)}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      </div>
    </Card>
  ));
}

function Head({ card: { badges, href, title, deadline } }: { card: CardData }) {
  const [type, progress] = badges;
  const { text, lang } = spoken(title);
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="info">{type}</Badge>
        <Badge>{progress}</Badge>
      </p>
      <h2 className="mt-3 font-semibold text-xl leading-snug">
        <a className="stretched no-underline" dir="auto" href={href} lang={lang}>
          {text}
        </a>
      </h2>
      {deadline ? (
        <p className="mt-1 text-muted text-sm">
          <span className={deadline.isOver ? "font-semibold text-warning" : undefined}>
            {deadline.text}
          </span>
        </p>
      ) : null}
    </>
  );
}

function Act({ card: { act, title }, locale }: { card: CardData; locale: Locale }) {
  if (!act) return null;
  const about = [act.person, spoken(title).text].filter((words) => words !== undefined);
  return (
    <LinkButton className="relative z-10" href={act.href} size="small" variant="secondary">
      {act.label}
      <VisuallyHidden>{inBrackets(listed(about, locale), locale)}</VisuallyHidden>
    </LinkButton>
  );
}
