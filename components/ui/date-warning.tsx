import type { DateNotes } from "@/lib/core/date-notes";
import { Sign } from "./sign";

/** What the calendars of both countries say of a date beside it: nothing on most days. */
export function DateWarning({ warnings, notes }: DateNotes) {
  return (
    <>
      {warnings.map((words) => (
        <p className="flex gap-2 text-sm text-warning" key={words}>
          <Sign className="mt-0.5 size-4.5 shrink-0" name="warning" />
          <span>{words}</span>
        </p>
      ))}
      {notes.map((words) => (
        <p className="text-muted text-sm" key={words}>
          {words}
        </p>
      ))}
    </>
  );
}
