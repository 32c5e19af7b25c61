"use client";

import { useEffect, useState } from "react";
import { countCharacters } from "./count-characters";

type CharacterCountProps = { fieldId: string; max: number; always: boolean };

/** "132 / 150" under a field; only where JavaScript runs, and on one-liners only near the limit. */
export function CharacterCount({ fieldId, max, always }: CharacterCountProps) {
  const [used, setUsed] = useState<number | null>(null);
  useEffect(() => {
    const field = document.getElementById(fieldId) as HTMLInputElement | HTMLTextAreaElement | null;
    const count = () => setUsed(countCharacters(field?.value.trim() ?? ""));
    count();
    field?.addEventListener("input", count);
    return () => field?.removeEventListener("input", count);
  }, [fieldId]);
  if (used === null || (!always && used < max * 0.75)) return null;
  const tone = used > max ? "font-semibold text-danger" : "text-muted";
  return <p className={`text-right text-xs tabular-nums ${tone}`}>{`${used} / ${max}`}</p>;
}
