"use client";

import { Fragment, type ReactNode } from "react";
import { spoken } from "@/lib/core/list-view";
import type { NewsLink, NewsPart, NewsView } from "@/lib/dashboard/news-view";
import type { memberCardCopy } from "@/lib/members/member-card-copy";
import { MemberList } from "../members/member-list";
import { Badge } from "../ui/badge";
import { Face } from "../ui/face";

/** Where a line breaks, it stays behind. */
const SEPARATOR = "\u00a0·";

type NewsPartsProps = { view: NewsView; copy: ReturnType<typeof memberCardCopy> };

/** What is new in each list, then who is. */
export function NewsParts({ view: { lists, members }, copy }: NewsPartsProps) {
  return (
    <>
      <div className="gap-x-12 empty:hidden lg:columns-2">
        {lists.map((part) => (
          <Part key={part.title} part={part}>
            <ul className="divide-y divide-hairline border-hairline border-y">
              {part.items.map((link) => (
                <Item key={link.href} link={link} />
              ))}
            </ul>
          </Part>
        ))}
      </div>
      {members ? (
        <Part part={members}>
          <MemberList columns={3} copy={copy} members={members.items} />
        </Part>
      ) : null}
    </>
  );
}

type PartProps = { part: Pick<NewsPart<unknown>, "title" | "all">; children: ReactNode };

function Part({ part: { title, all }, children }: PartProps) {
  return (
    <div className="break-inside-avoid pb-8">
      <h3 className="mb-3 font-semibold text-lg">{title}</h3>
      {children}
      {all ? (
        <p className="mt-3">
          <a href={all.href}>{all.label}</a>
        </p>
      ) : null}
    </div>
  );
}

function Item({ link: { href, title, changed, by, facts } }: { link: NewsLink }) {
  const { text, lang } = spoken(title);
  return (
    <li className="py-3">
      <a className="font-semibold" href={href} lang={lang}>
        {text}
      </a>
      {changed ? (
        <span className="ml-2">
          <Badge tone="info">{changed}</Badge>
        </span>
      ) : null}
      <p className="text-muted text-sm">
        {by ? <By by={by} /> : null}
        {facts.map((fact, index) => (
          <Fragment key={fact}>
            <span className="inline-block">
              {fact}
              {index < facts.length - 1 ? SEPARATOR : null}
            </span>{" "}
          </Fragment>
        ))}
      </p>
    </li>
  );
}

function By({ by: { words, face } }: { by: NonNullable<NewsLink["by"]> }) {
  const { text, lang } = spoken(words);
  return (
    <>
      <Face face={face} size="small" /> <span lang={lang}>{text}</span>
      {`${SEPARATOR} `}
    </>
  );
}
