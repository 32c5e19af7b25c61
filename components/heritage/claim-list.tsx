"use client";

import type { Claim } from "@/lib/heritage/heritage-view";

type ClaimListProps = {
  claims: Claim[];
  /** Where each has its page, before its slug. */
  at: string;
  className?: string;
};

/** Dressed from the list down: sixty claims stand on one page. */
const CLAIMS =
  "[&_h3]:mt-0.5 [&_h3]:font-semibold [&_h3]:text-lg [&_h3]:leading-snug [&_p]:mt-1 [&_p]:max-w-measure [&_p]:text-secondary [&_small]:mt-1.5 [&_small]:block [&_small]:max-w-measure [&_small]:text-muted [&_small]:text-sm [&_small>a]:text-inherit [&_strong]:font-semibold [&_strong]:text-brand-text [&_strong]:tabular-nums [&>li>a]:mt-2 [&>li>a]:inline-block";

/**
 * What is told of the past: when, what, on what the sources differ, who says so and where it lives on. An island, since drawn
 * by the server alone the sixty of them would be sent as elements once more.
 */
export function ClaimList({ claims, at, className = "" }: ClaimListProps) {
  return (
    <ul className={`${CLAIMS} ${className}`}>
      {claims.map(({ slug, date, title, text, lang, remarks, sources, lead }) => (
        <li key={slug} {...(lang && { lang })}>
          {date ? <strong>{date}</strong> : null}
          <h3>{lead && !lead.label ? <a href={lead.href}>{title}</a> : title}</h3>
          {text ? <p>{text}</p> : null}
          {remarks ? <small>{remarks}</small> : null}
          <small>
            <a href={at + slug}>{sources}</a>
          </small>
          {lead?.label ? <a href={lead.href}>{lead.label}</a> : null}
        </li>
      ))}
    </ul>
  );
}
