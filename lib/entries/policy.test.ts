import { describe, expect, test } from "vitest";
import { MEMBERSHIP_STATUSES, MODERATION_STATES, REVISION_STATES } from "@/db/enums";
import { EVERYBODY, viewerWith } from "@/db/viewer-factory";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  canArchiveEntry,
  canDecideEntry,
  canDecideRevision,
  canEditEntry,
  canEditRevision,
  canReadDossier,
  canReopenEntry,
  canSeeEntry,
  canSeeOwner,
  canSeeText,
  canSubmitEntry,
  canSubmitRevision,
  canWithdrawEntry,
  canWithdrawRevision,
  type EntryFacts,
} from "./policy";

const owner = { accountId: "owner" };

/** Everybody who may stand before an entry. */
const people: Record<string, Viewer | null> = {
  ...EVERYBODY,
  owner: viewerWith(owner),
  "suspended owner": viewerWith({ ...owner, status: "suspended" }),
  "moderating owner": viewerWith({ ...owner, role: "moderator" }),
};

type Rule = (who: Viewer | null, entry: EntryFacts) => boolean;

const facts = (values: Partial<EntryFacts> = {}): EntryFacts => ({
  moderation: "published",
  ownerAccountId: "owner",
  ownerStatus: "active",
  ...values,
});

const allowed = (rule: Rule, entry: EntryFacts) =>
  Object.keys(people).filter((name) => rule(people[name] ?? null, entry));

/** The states in which a person may, for every state there is. */
const statesFor = (rule: Rule, who: string) =>
  MODERATION_STATES.filter((moderation) => rule(people[who] ?? null, facts({ moderation })));

const OWNERS = ["owner", "moderating owner"];
const EVERY_OWNER = ["owner", "suspended owner", "moderating owner"];
const TEAM = ["moderator", "administrator"];

const levels = { textLevel: "members", ownerLevel: "contacts", isContact: false } as const;
const readsText: Rule = (who, entry) => canSeeText(who, { ...entry, ...levels });

describe("seeing", () => {
  test("a published entry", () => {
    expect(allowed(canSeeEntry, facts())).toEqual(Object.keys(people));
    expect(allowed(readsText, facts())).toEqual(["member", ...TEAM, ...EVERY_OWNER]);
  });

  test.each(MODERATION_STATES.filter((state) => state !== "published"))(
    "one that is %s is its owner's",
    (moderation) => {
      expect(allowed(canSeeEntry, facts({ moderation }))).toEqual(EVERY_OWNER);
      expect(allowed(readsText, facts({ moderation }))).toEqual(EVERY_OWNER);
    },
  );

  test.each(MEMBERSHIP_STATUSES.filter((status) => !["active", "lapsed"].includes(status)))(
    "of a %s owner, hidden from all but the club team",
    (ownerStatus) => {
      const inSight = [...TEAM, ...EVERY_OWNER];
      expect(allowed(canSeeEntry, facts({ ownerStatus })).sort()).toEqual(inSight.sort());
      expect(allowed(readsText, facts({ ownerStatus })).sort()).toEqual(inSight.sort());
    },
  );

  test("of a lapsed owner, as of one who is active", () => {
    for (const rule of [canSeeEntry, readsText]) {
      const [lapsed, active] = (["lapsed", "active"] as const).map((ownerStatus) =>
        allowed(rule, facts({ ownerStatus })),
      );
      expect(lapsed).toEqual(active);
    }
  });

  test("what lies behind acceptance is for contacts and the owner, not for the club team", () => {
    for (const [rule, level] of [
      [canSeeText, "textLevel"],
      [canSeeOwner, "ownerLevel"],
    ] as const) {
      const seenBy = (isContact: boolean, project = facts()) =>
        allowed(
          (who, it) => rule(who, { ...it, ...levels, [level]: "contacts", isContact }),
          project,
        );
      expect(seenBy(false)).toEqual(EVERY_OWNER);
      expect(seenBy(true)).toEqual(["member", ...TEAM, ...EVERY_OWNER]);
      expect(seenBy(true, facts({ moderation: "withdrawn" }))).toEqual(EVERY_OWNER);
    }
  });

  test("dossiers are for the club team, once handed in", () => {
    const readers = [...TEAM, "moderating owner"];
    const handedIn = { submittedAt: new Date() };
    const reads: Rule = (who, entry) => canReadDossier(who, { ...entry, ...handedIn });
    expect(allowed(reads, facts({ moderation: "submitted" }))).toEqual(readers);
    expect(allowed(reads, facts({ moderation: "draft" }))).toEqual([]);
  });
});

describe("the owner's verbs", () => {
  test.each<[string, Rule, string[]]>([
    ["edit", canEditEntry, ["draft", "changes-requested"]],
    ["submit", canSubmitEntry, ["draft", "changes-requested"]],
    ["withdraw", canWithdrawEntry, ["draft", "submitted", "changes-requested", "published"]],
    ["reopen", canReopenEntry, ["withdrawn"]],
    ["archive", canArchiveEntry, ["published", "refused", "withdrawn"]],
  ])("%s", (_, rule, states) => {
    for (const who of Object.keys(people)) {
      expect([who, statesFor(rule, who)]).toEqual([who, OWNERS.includes(who) ? states : []]);
    }
  });
});

describe("the club team's decision", () => {
  test.each(MODERATION_STATES)("on what is %s", (moderation) => {
    const deciders = moderation === "submitted" ? TEAM : [];
    expect(allowed(canDecideEntry, facts({ moderation }))).toEqual(deciders);
  });
});

describe("the edit of a published entry", () => {
  const states = [null, ...REVISION_STATES];
  const open = (rule: typeof canEditRevision, who: string, moderation: EntryFacts["moderation"]) =>
    states.filter((revision) => rule(people[who] ?? null, { ...facts({ moderation }), revision }));

  test.each<[string, typeof canEditRevision, (string | null)[], string[]]>([
    ["is written", canEditRevision, [null, "draft", "changes-requested"], OWNERS],
    ["is handed in", canSubmitRevision, ["draft", "changes-requested"], OWNERS],
    ["is dropped", canWithdrawRevision, ["draft", "submitted", "changes-requested"], OWNERS],
    ["is decided", canDecideRevision, ["submitted"], TEAM],
  ])("%s", (_, rule, expected, who) => {
    for (const name of Object.keys(people)) {
      const wanted = who.includes(name) ? expected : [];
      expect([name, open(rule, name, "published")]).toEqual([name, wanted]);
    }
  });

  test.each(MODERATION_STATES.filter((state) => state !== "published"))(
    "has no place beside an entry that is %s",
    (moderation) => {
      for (const rule of [canEditRevision, canSubmitRevision, canDecideRevision]) {
        for (const name of Object.keys(people)) expect(open(rule, name, moderation)).toEqual([]);
      }
    },
  );
});
