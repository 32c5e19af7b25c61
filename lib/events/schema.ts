import { z } from "zod";
import { EVENT_ROLES } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import { choice, line, optionalParagraph, rowId, ticked } from "@/lib/core/text/fields";
import { placeTarget, saveInput } from "@/lib/entries/entry-input";
import { keyed } from "@/lib/entries/life-acts";
import { EVENT, EVENTS } from "./event";
import { HOST_ANSWERS } from "./hosts.policy";

/** One section of the editor, as its form sends it. */
export const saveEventInput = saveInput(EVENTS);

/** The organisations that hold it as they are written, one a line: a name, or the address of a page. */
const hosts = optionalParagraph(2000);

export const startEventInput = z
  .strictObject({ originalLocale: choice(LOCALES), title: line(EVENT.title.most), hosts })
  .transform(({ originalLocale, title, ...named }) => ({
    content: { originalLocale, title: { [originalLocale]: title } },
    ...named,
  }));

export const submitEventInput = keyed(EVENTS, placeTarget);

export const setHostsInput = keyed(EVENTS, { ...placeTarget, hosts });

export const answerAsHostInput = z.strictObject({
  eventId: rowId,
  organisationId: rowId,
  answer: choice(HOST_ANSWERS),
});

export const namePersonInput = z.strictObject({
  eventId: rowId,
  role: choice(EVENT_ROLES),
  person: line(200),
  isOutside: ticked,
});

export const removePersonInput = z.strictObject({ eventId: rowId, id: rowId });
