"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { fold } from "@/lib/core/text/fold";

type DoorFilterProps = {
  /** Where the rows to tick stand. */
  rows: string;
  /** All that are expected stand there: to send the form would find no more of them. */
  isWhole: boolean;
  /** "# shown". */
  copy: string;
  /** That what is ticked is to be saved before the page is left. */
  saveFirst: string;
  /** The form that asks the server. */
  children: ReactNode;
};

/** Narrows a door's list as its name is typed, where JavaScript runs; what is ticked stays in sight, and on the page. */
export function DoorFilter({ rows, isWhole, copy, saveFirst, children }: DoorFilterProps) {
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const form = place.current?.querySelector("form");
    const field = place.current?.querySelector("input");
    if (!form || !field) return;
    let shown = 0;
    const narrow = () => {
      const q = fold(field.value);
      shown = showCalled(rows, q === "" ? [] : q.split(" "));
      setSaid(q === "" ? "" : copy.replace("#", String(shown)));
    };
    const hold = (event: SubmitEvent) => {
      const isTicked = document.getElementById(rows)?.querySelector("input:checked");
      if (isTicked) setSaid(saveFirst);
      if (isTicked || (isWhole && field.value !== "" && shown > 0)) event.preventDefault();
    };
    field.addEventListener("input", narrow);
    form.addEventListener("submit", hold);
    return () => {
      field.removeEventListener("input", narrow);
      form.removeEventListener("submit", hold);
    };
  }, [rows, isWhole, copy, saveFirst]);
  return (
    <div ref={place}>
      {children}
      <p className="mt-3 text-muted" role="status">
        {said}
      </p>
    </div>
  );
}

/** Shows the rows that hold each word, written apart or joined, and those that are ticked; gives how many. */
function showCalled(rows: string, words: readonly string[]): number {
  let shown = 0;
  const found = document.getElementById(rows)?.querySelectorAll<HTMLElement>("label, li");
  for (const row of found ?? []) {
    const text = fold(row.textContent);
    const joined = text.replaceAll(" ", "");
    const isCalled = words.every((word) => text.includes(word) || joined.includes(word));
    row.hidden = !isCalled && !row.querySelector("input:checked");
    if (!row.hidden) shown += 1;
  }
  return shown;
}
