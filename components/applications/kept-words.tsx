"use client";

import { use } from "react";
import { keptValue } from "@/lib/core/form-state";
import { FormContext } from "../ui/form-context";
import { TextField } from "../ui/text-field";

type KeptWordsProps = { label: string };

/** Gives the words of a refused form back, where its other fields are no longer offered. */
export function KeptWords({ label }: KeptWordsProps) {
  const { state } = use(FormContext);
  return keptValue(state, "words") ? <TextField label={label} name="words" rows={4} /> : null;
}
