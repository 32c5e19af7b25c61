"use client";

import { hrefOfPage, spoken } from "@/lib/core/list-view";
import type { InboxRow, InboxView } from "@/lib/interests/inbox-view";
import { Badge } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { type LiveCopy, LivePage } from "../ui/live-page";
import { Pagination, type PaginationCopy } from "../ui/pagination";
import { QuotedWords } from "../ui/quoted-words";
import { TabsNav } from "../ui/tabs-nav";
import { StateBadge } from "./state-badge";

export type InboxCopy = {
  list: string;
  sides: string;
  groups: string;
  live: LiveCopy;
  pagination: PaginationCopy;
};

type InboxProps = { source: string; start: InboxView; copy: InboxCopy };

/** Interests received or sent, by state, each with its clock and who has to act; what moves is told while one reads. */
export function Inbox({ source, start, copy }: InboxProps) {
  return (
    <LivePage copy={copy.live} source={source} start={start}>
      {({ sides, groups, rows, empty, page, pageCount, href }) => (
        <>
          <TabsNav label={copy.sides} tabs={sides} />
          <Groups groups={groups} label={copy.groups} />
          <div aria-live="polite">
            {empty ? (
              <EmptyState
                action={<LinkButton href={empty.way.href}>{empty.way.label}</LinkButton>}
                text={empty.text}
                title={empty.title}
              />
            ) : (
              <ul
                aria-label={copy.list}
                className="divide-y divide-hairline border-hairline border-y"
              >
                {rows.map((row) => (
                  <Row key={row.href} row={row} />
                ))}
              </ul>
            )}
          </div>
          <Pagination
            copy={copy.pagination}
            href={(number) => hrefOfPage(href, number)}
            page={page}
            pageCount={pageCount}
          />
        </>
      )}
    </LivePage>
  );
}

const GROUP_LINK =
  "inline-flex min-h-9 items-center gap-1.5 rounded-full border border-hairline px-3 text-secondary text-sm no-underline hover:bg-subtle hover:text-ink pointer-coarse:min-h-11 aria-[current=page]:border-transparent aria-[current=page]:bg-chip aria-[current=page]:font-semibold aria-[current=page]:text-link";

/** The states of one side, each with the number of rows it opens. */
function Groups({ groups, label }: { groups: InboxView["groups"]; label: string }) {
  return (
    <nav aria-label={label} className="no-print mb-6">
      <ul className="flex flex-wrap gap-2">
        {groups.map(({ href, label: name, count, current }) => (
          <li key={href}>
            <a aria-current={current ? "page" : undefined} className={GROUP_LINK} href={href}>
              {name}
              <span className="tabular-nums">{count}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Row({ row }: { row: InboxRow }) {
  const { text, lang } = spoken(row.title);
  return (
    <li className="relative py-4 hover:bg-subtle">
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge state={row.state} words={row.stateWords} />
        {row.turn ? <Badge tone="warning">{row.turn}</Badge> : null}
        <span className="text-muted text-sm">{row.clock}</span>
      </p>
      <h2 className="mt-2 font-semibold text-lg leading-snug">
        <a className="stretched no-underline" href={row.href}>
          <span dir="auto" lang={lang}>
            {text}
          </span>
        </a>
      </h2>
      {row.question ? <QuotedWords className="mt-2" words={row.question} /> : null}
      <p className="mt-1 text-secondary text-sm">{row.from}</p>
    </li>
  );
}
