"use client";

import { useEffect, useState } from "react";
import { buttonStyle } from "./button-style";

type UseTextProps = {
  fieldId: string;
  text: string;
  label: string;
  /** Of the text, in brackets. */
  language: string;
};

/** Puts a ready-made text behind what stands in a field; only where JavaScript runs. */
export function UseText({ fieldId, text, label, language }: UseTextProps) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!isReady) return null;
  const use = () => {
    const field = document.getElementById(fieldId);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.value = [field.value.trim(), text].filter(Boolean).join("\n\n");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
  return (
    <button className={buttonStyle("quiet", "small")} onClick={use} type="button">
      {label}
      <span className="sr-only">{language}</span>
    </button>
  );
}
