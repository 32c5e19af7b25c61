"use client";

import type { ReactNode } from "react";

/** Where a link leads, its words, and a class of its item that tells it from the others. */
export type Way = [href: string, words: ReactNode, className?: string];

type WayListProps = {
  ways: Way[];
  className: string;
  linkClassName: string;
  /** The address among them that the page lies in. */
  current?: string | undefined;
};

/** Links of the page frame. A part of the browser: what a page says of them to it is their addresses and words, not their elements. */
export function WayList({ ways, className, linkClassName, current }: WayListProps) {
  return (
    <ul className={className}>
      {ways.map(([href, words, ofItem]) => (
        <li className={ofItem} key={href}>
          <a
            aria-current={href === current ? "page" : undefined}
            className={linkClassName}
            href={href}
          >
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
