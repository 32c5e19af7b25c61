"use client";

import { useEffect, useRef, useState } from "react";
import type { DateNotes } from "@/lib/core/date-notes";
import { askWhileTyping } from "./ask-while-typing";
import { DateWarning } from "./date-warning";

type WatchedDateProps = {
  /** Of the date that the form shows when it is drawn. */
  notes: DateNotes;
  /** Where to ask, with everything but what is typed. */
  source: string;
  /** The field of the day, and the one of the last day where there are several. */
  fields: string[];
};

const PAUSE_MS = 300;
const ASKED = ["from", "to"];

/** What the calendars say of a date, while it is chosen; without JavaScript of the one that was saved. */
export function WatchedDate({ notes, source, fields }: WatchedDateProps) {
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState(notes);
  const watched = fields.join();

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const names = watched.split(",");
    const value = (name: string, typed: FormData) => encodeURIComponent(String(typed.get(name)));
    const question = {
      source,
      pauseMs: PAUSE_MS,
      isWatched: (name: string) => names.includes(name),
      query: (typed: FormData) =>
        names.map((name, index) => `&${ASKED[index]}=${value(name, typed)}`).join(""),
    };
    return askWhileTyping(form, question, (answer) => {
      if (answer) setSaid(answer as DateNotes);
    });
  }, [watched, source]);

  return (
    <div className="space-y-1" ref={place} role="status">
      <DateWarning {...said} />
    </div>
  );
}
