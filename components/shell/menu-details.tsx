"use client";

import { type ReactNode, useEffect, useRef } from "react";

type MenuDetailsProps = { children: ReactNode };

/** A `<details>` menu that also closes on Escape and on a press elsewhere. */
export function MenuDetails({ children }: MenuDetailsProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const details = menu.current;
      if (!details?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        details.querySelector("summary")?.focus();
      } else if (details.contains(event.target as Node)) return;
      details.open = false;
    };
    const end = new AbortController();
    for (const kind of ["pointerdown", "keydown"])
      document.addEventListener(kind, close, { signal: end.signal });
    return () => end.abort();
  }, []);
  return (
    <details className="relative ml-auto" ref={menu}>
      {children}
    </details>
  );
}
