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
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details className="relative ml-auto" ref={menu}>
      {children}
    </details>
  );
}
