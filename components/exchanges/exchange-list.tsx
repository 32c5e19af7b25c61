"use client";

import { hrefOfPage } from "@/lib/core/list-view";
import type { ExchangesView } from "@/lib/exchanges/exchange-view";
import { EmptyState } from "../ui/empty-state";
import { LinkButton } from "../ui/link-button";
import { type LiveCopy, LivePage } from "../ui/live-page";
import { Pagination, type PaginationCopy } from "../ui/pagination";
import { TabsNav } from "../ui/tabs-nav";
import { ExchangeItem } from "./exchange-item";

type ExchangesCopy = { tabs: string; live: LiveCopy; pagination: PaginationCopy };

type ExchangeListProps = { source: string; start: ExchangesView; copy: ExchangesCopy };

/** What stands between the reader and others, what waits for them first; what moves is told while one reads. */
export function ExchangeList({ source, start, copy }: ExchangeListProps) {
  return (
    <LivePage copy={copy.live} source={source} start={start}>
      {({ tabs, sections, empty, page, pageCount, href }) => (
        <>
          <TabsNav label={copy.tabs} tabs={tabs} />
          <div aria-live="polite" className="space-y-10">
            {empty ? (
              <EmptyState
                action={<LinkButton href={empty.way.href}>{empty.way.label}</LinkButton>}
                text={empty.text}
                title={empty.title}
              />
            ) : null}
            {sections.map(({ group, title, count, rows }) => (
              <section aria-labelledby={group} key={group}>
                <h2 className="mb-3 font-semibold text-xl" id={group}>
                  {title} <span className="font-normal text-muted tabular-nums">{count}</span>
                </h2>
                <ul className="divide-y divide-hairline border-hairline border-y">
                  {rows.map((row) => (
                    <ExchangeItem key={row.href} row={row} />
                  ))}
                </ul>
              </section>
            ))}
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
