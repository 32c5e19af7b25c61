"use client";

import { BLUE_THREAD, RED_THREAD } from "./confluence-threads";

type ConfluenceMarkProps = { className?: string };

/** The club's sign: two silk threads that cross once and close into a five-petal kapok flower. */
export function ConfluenceMark({ className = "size-9" }: ConfluenceMarkProps) {
  return (
    <svg
      aria-hidden="true"
      className={`shrink-0 ${className}`}
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="2.5"
      viewBox="0 0 48 48"
    >
      <path className="stroke-link" d={BLUE_THREAD} />
      <path className="stroke-brand" d={RED_THREAD} />
      <circle className="fill-brand" cx="29" cy="18.6" r="2.1" />
    </svg>
  );
}
