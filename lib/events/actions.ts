"use server";

import { memberAction } from "@/lib/core/action";
import { drafted, told } from "@/lib/entries/entry-act";
import { lifeActs, saveAct } from "@/lib/entries/life-acts";
import { askAct } from "@/lib/entries/questions/ask-act";
import { EVENTS, listWrong } from "./event";
import { answerAsHost } from "./hosts.mutations";
import { setHosts, startEvent, submitEvent } from "./mutations";
import { findHosts } from "./named-hosts.queries";
import { EVENT_VERBS } from "./noun.queries";
import { namePerson, removePerson } from "./people.mutations";
import {
  answerAsHostInput,
  namePersonInput,
  removePersonInput,
  saveEventInput,
  setHostsInput,
  startEventInput,
  submitEventInput,
} from "./schema";

const life = lifeActs(EVENT_VERBS);

export const startEventAction = memberAction(
  startEventInput,
  drafted(EVENTS, async (tx, viewer, { content, hosts }) =>
    startEvent(tx, viewer, {
      content,
      hosts: await findHosts(tx, viewer, { hosts }),
    }),
  ),
);
export const saveEventAction = memberAction(...saveAct(EVENT_VERBS, saveEventInput, listWrong));
export const submitEventAction = memberAction(
  submitEventInput,
  told(EVENTS, submitEvent, ({ isOnline }) => (isOnline ? "eventPublished" : "eventSubmitted")),
);
export const submitRevisionAction = memberAction(
  ...life.submitRevision(({ isOnline }) => (isOnline ? "eventPublished" : "revisionSubmitted")),
);
export const setHostsAction = memberAction(
  setHostsInput,
  told(
    EVENTS,
    async (tx, viewer, input) =>
      setHosts(tx, viewer, { ...input, hosts: await findHosts(tx, viewer, input) }),
    "eventSettled",
  ),
);
const ANSWERED = { agreed: "hostAgreed", declined: "hostDeclined", left: "hostLeft" } as const;

export const answerAsHostAction = memberAction(answerAsHostInput, async (tx, viewer, input) => {
  const { slug } = await answerAsHost(tx, viewer, input);
  // Whoever said no may not find its page any more.
  const redirectTo = input.answer === "agreed" ? `/events/${slug}` : "/events";
  return { redirectTo, notice: ANSWERED[input.answer] };
});

export const withdrawEventAction = memberAction(...life.withdraw);
export const archiveEventAction = memberAction(...life.archive);
export const reopenEventAction = memberAction(...life.reopen);
export const eraseDraftAction = memberAction(...life.erase);
export const withdrawRevisionAction = memberAction(...life.withdrawRevision);
export const restoreVersionAction = memberAction(...life.restore);
export const askQuestionAction = memberAction(...askAct(EVENT_VERBS));

export const namePersonAction = memberAction(namePersonInput, async (tx, viewer, input) => {
  const { slug } = await namePerson(tx, viewer, input);
  return { redirectTo: `/events/${slug}/people`, notice: "eventPersonNamed" };
});

export const removePersonAction = memberAction(removePersonInput, async (tx, viewer, input) => {
  const { slug } = await removePerson(tx, viewer, input);
  return { redirectTo: `/events/${slug}/people`, notice: "eventPersonRemoved" };
});
