import { inEachLanguage } from "@/lib/core/events/facts";
import { tellBy } from "@/lib/core/events/notice-table";
import { entryFacts, type Titled, tellingOwners } from "@/lib/entries/owner-notices";
import type { Reason } from "@/lib/matching/matching-score";
import { ASKS } from "./ask";
import { whyAsked } from "./why-asked";

/** Whoever asks puts it online themselves. */
const OF_OWNERS = { "ask.submitted": {}, "ask.published": {} } as const;

export const tellOwner = tellingOwners(ASKS, OF_OWNERS);

/** Who hears of a question to the club: those it is sent to. */
const NOTICES = { "ask.routed": { asked: "askReceived" } } as const;

/** A member (by id) who is asked for an answer, and the weightiest reason. */
export type Asked = { memberId: string; reason: Reason };

/** Tells those who fit what a member asks, each why they are asked. */
export const tellAsked = (ask: Titled, all: readonly Asked[]) =>
  tellBy(NOTICES, {
    people: { asked: all },
    facts: (_who, to) => ({
      ...entryFacts(ASKS, ask),
      reason: inEachLanguage((locale) => whyAsked((to as Asked).reason, locale)),
    }),
  });
