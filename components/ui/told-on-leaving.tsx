"use client";

import { useEffect, useState } from "react";
import { leastLengthOf, leastLengths } from "@/lib/core/text/script-length";
import { countCharacters } from "./count-characters";
import { FieldError } from "./field-error";
import { useField } from "./form-context";
import type { LeavingCopy } from "./leaving-copy";

type ToldOnLeavingProps = {
  /** The field it stands below. */
  name: string;
  /** The least in Latin letters and the most, as the server asks them. */
  least: number;
  most: number;
  copy: LeavingCopy;
};

/** What a text lacks or has too much, said as one leaves it and gone as soon as it is there. The server asks again. */
export function ToldOnLeaving({ name, least, most, copy }: ToldOnLeavingProps) {
  const { id, error, errorId } = useField(name);
  const [fault, setFault] = useState("");
  useEffect(() => {
    const field = document.getElementById(id) as HTMLTextAreaElement | null;
    if (!field || error) return;
    let isTouched = false;
    let told = "";
    const judge = () => {
      const text = field.value.trim();
      const lack = leastLengthOf(text, least);
      const script = lack === leastLengths(least).latin ? "latin" : "chinese";
      const used = countCharacters(text);
      if (used > most) told = copy.tooLong;
      else told = used >= lack ? "" : text ? copy[script] : copy.empty;
      if (told) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      setFault(told);
    };
    const over = new AbortController();
    const write = () => {
      isTouched = true;
      if (told) judge();
    };
    const leave = () => isTouched && judge();
    field.addEventListener("input", write, over);
    field.addEventListener("blur", leave, over);
    return () => over.abort();
  }, [id, error, least, most, copy]);
  return (
    <div className="empty:hidden" role="status">
      {fault && !error ? <FieldError error={fault} id={errorId} /> : null}
    </div>
  );
}
