"use client";

import type { ReactNode } from "react";

/** Where its form has gone, nothing has the focus; where that still says it, this is hidden and takes none. */
const takeFocus = (box: HTMLElement | null) => box?.focus();

/** Says above the page why a form was refused that it no longer holds. */
export function RefusalPlace({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div className={className} data-page-refusal ref={takeFocus} role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
