"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "./form-context";

type SavedMeanwhileProps = {
  /** What is saved by now; a dash where that is nothing. */
  children: ReactNode;
  lang?: string;
};

/** Stands beside what was typed or chosen, after a conflict, where somebody else saved otherwise. */
export function SavedMeanwhile({ children, lang }: SavedMeanwhileProps) {
  const { copy } = use(FormContext);
  return (
    <div className="border-warning border-l-4 pl-3 text-sm">
      <p className="font-semibold">{copy.meanwhile}</p>
      <p className="whitespace-pre-line" dir="auto" lang={lang}>
        {children || "–"}
      </p>
    </div>
  );
}
