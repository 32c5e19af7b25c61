"use client";

import { useEffect, useRef, useState } from "react";

type ChoiceCountProps = {
  /** "# of 3", as `countCopy` makes it. */
  copy: string;
  /** How many boxes are ticked as the page is drawn. */
  start: number;
};

/** How many boxes of its group are ticked; follows them where JavaScript runs. */
export function ChoiceCount({ copy, start }: ChoiceCountProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const [ticked, setTicked] = useState(start);
  useEffect(() => {
    const group = place.current?.closest("fieldset");
    const count = () => setTicked(group?.querySelectorAll("input:checked").length ?? start);
    count();
    group?.addEventListener("change", count);
    return () => group?.removeEventListener("change", count);
  }, [start]);
  return (
    <p className="mb-2 text-secondary text-sm tabular-nums" ref={place} role="status">
      {copy.replace("#", String(ticked))}
    </p>
  );
}
