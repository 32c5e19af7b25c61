import {
  ENTRY_LEVELS,
  MEMBERSHIP_STATUSES,
  MODERATION_STATES,
  REQUEST_STATES,
  REVISION_STATES,
} from "@/db/enums";
import * as policy from "@/lib/entries/translations.policy";
import { type Actor, type Cell, facing, type Lines, lineFor, row, VIEWERS } from "./actors";

/** By state of the project, its owner's status, who reads the full text, and what is translated. */
const OFFERING: Lines = {
  "published/active/*/title": "profiles",
  "published/active/members/summary": "profiles",
  "published/active/contact/summary": "profiles",
  others: "nobody",
};

/** By state of the project, its owner's status and who reads the full text. */
const ASKING: Lines = {
  "published/active/members": "owner profiles",
  others: "nobody",
};

const LEVELS = { title: "public", summary: "text" };

/** By state of the project and of its open edit, `none` without one. */
const SAVING: Lines = {
  "draft/*": "owner",
  "changes-requested/*": "owner",
  "published/none": "owner",
  "published/draft": "owner",
  "published/changes-requested": "owner",
  others: "nobody",
};

const factsOf = (moderation: (typeof MODERATION_STATES)[number]) => ({
  moderation,
  ownerAccountId: "owner",
  ownerStatus: "active" as const,
  revision: null,
  textLevel: "members" as const,
  isContact: false,
});

const edits = MODERATION_STATES.flatMap((state) =>
  [null, ...REVISION_STATES].map((revision) => ({
    on: `${state}/${revision ?? "none"}`,
    facts: { ...factsOf(state), revision },
  })),
);

function offering(): Cell[] {
  const name = "canOfferTranslation";
  const audiences = [...ENTRY_LEVELS, "contact" as const];
  return MODERATION_STATES.flatMap((state) =>
    MEMBERSHIP_STATUSES.flatMap((ownerStatus) =>
      audiences.flatMap((audience) =>
        Object.entries(LEVELS).flatMap(([field, level]) => {
          const isContact = audience === "contact";
          const textLevel = audience === "contact" ? "contacts" : audience;
          const facts = { ...factsOf(state), ownerStatus, textLevel, isContact };
          const on = `${state}/${ownerStatus}/${audience}/${field}`;
          const ask = (actor: Actor) => policy.canOfferTranslation(actor, facts, { level });
          return row(name, on, lineFor(OFFERING, on), facing(ownerStatus), ask);
        }),
      ),
    ),
  );
}

function asking(): Cell[] {
  return MODERATION_STATES.flatMap((state) =>
    MEMBERSHIP_STATUSES.flatMap((ownerStatus) =>
      ENTRY_LEVELS.flatMap((textLevel) => {
        const facts = { ...factsOf(state), ownerStatus, textLevel, isContact: true };
        const on = `${state}/${ownerStatus}/${textLevel}`;
        const ask = (actor: Actor) => policy.canAskTranslation(actor, facts);
        return row("canAskTranslation", on, lineFor(ASKING, on), facing(ownerStatus), ask);
      }),
    ),
  );
}

function saving(): Cell[] {
  return edits.flatMap(({ on, facts }) => {
    const ask = (actor: Actor) => policy.canSaveTranslation(actor, facts);
    return row("canSaveTranslation", on, lineFor(SAVING, on), VIEWERS, ask);
  });
}

/** An offer of somebody else on one's project; of one's own, for taking it back. */
function answering(): Cell[] {
  return REQUEST_STATES.flatMap((state) => {
    const isOpen = state === "open";
    const offer = { memberId: "other-member", state };
    const own = { memberId: "own-member", state };
    const answers = edits.flatMap(({ on, facts }) => [
      ...row(
        "canAcceptOffer",
        `${state} offer, ${on}`,
        isOpen ? lineFor(SAVING, on) : "nobody",
        VIEWERS,
        (actor) => policy.canAcceptOffer(actor, facts, offer),
      ),
      ...row(
        "canDeclineOffer",
        `${state} offer, ${on}`,
        isOpen ? "owner" : "nobody",
        VIEWERS,
        (actor) => policy.canDeclineOffer(actor, facts, offer),
      ),
    ]);
    const withdraw = row(
      "canWithdrawOffer",
      `${state} offer`,
      isOpen ? "owner" : "nobody",
      VIEWERS,
      (actor) => policy.canWithdrawOffer(actor, own),
    );
    return [...answers, ...withdraw];
  });
}

/** Offering, asking for, saving and answering translations of an entry. */
export const translationCells = (): Cell[] => [
  ...offering(),
  ...asking(),
  ...saving(),
  ...answering(),
];
