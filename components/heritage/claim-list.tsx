"use client";

import type { Claim } from "@/lib/heritage/heritage-view";

type ClaimListProps = {
  claims: Claim[];
  /** Where each has its page, before its slug. */
  at: string;
  className?: string;
};

/**
 * What is told of the past: when, what, on what the sources differ, who says so and where it lives on. An island, since drawn
 * by the server alone the sixty of them would be sent as elements once more.
 */
export function ClaimList({ claims, at, className = "" }: ClaimListProps) {
  return (
    <ul className={`claims ${className}`}>
      {claims.map(({ slug, date, title, text, lang, textLang, note, remarks, sources, lead }) => (
        <li key={slug}>
          {date ? <strong>{date}</strong> : null}
          <h3 lang={lang}>{lead && !lead.label ? <a href={lead.href}>{title}</a> : title}</h3>
          {note ? <small>{note}</small> : null}
          {text ? <p lang={textLang}>{text}</p> : null}
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
