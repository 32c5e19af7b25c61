import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { INTEREST_STATES } from "@/db/enums";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { accounts } from "@/db/schema/accounts";
import { entries } from "@/db/schema/entries";
import { memberContacts } from "@/db/schema/members";
import { getMailedInterest } from "./by-mail.queries";

afterAll(closeDatabase);

type Values = NonNullable<Parameters<typeof makeInterest>[3]>;

const HIDDEN = { familyName: "Zquenouille", givenName: "Ophélie", nameZh: "缎绫纨" };
const CONTACTS = { email: "zquenouille@example.org", phone: "+33612340987", wechat: "zq-silk-9" };
const WORDS = { cooperation: "zq-cooperation", unclear: "zq-unclear", about: "zq-about" };

async function received(values: Values = {}) {
  return transaction(async (tx) => {
    const boss = await makeMember(tx);
    const sender = await makeMember(tx, HIDDEN);
    const { memberId } = sender;
    await tx.update(memberContacts).set(CONTACTS).where(eq(memberContacts.memberId, memberId));
    const title = { fr: "Acheter ensemble", zh: "联合采购" };
    const online = { moderation: "published", publishedAt: new Date(), title } as const;
    const project = await makeProject(tx, boss.memberId, online);
    const made = await makeInterest(tx, project.id, memberId, { ...WORDS, ...values });
    return { boss, sender, project, id: made.id };
  });
}

test.each(INTEREST_STATES)(
  "of one that is %s, it says which answers are left, and nothing of who wrote it or what",
  async (state) => {
    for (const isNamed of [false, true]) {
      const { boss, id } = await received({ state, isNamed });
      const shown = await getMailedInterest(boss, id);
      const isOpen = state === "sent" || state === "under-review";
      expect(shown).toMatchObject({
        id,
        state,
        title: { fr: "Acheter ensemble", zh: "联合采购" },
        canAccept: isOpen,
        canDecline: isOpen || state === "more-info-asked",
      });
      const said = JSON.stringify(shown);
      for (const word of Object.values({ ...HIDDEN, ...CONTACTS, ...WORDS })) {
        expect(said).not.toContain(word);
      }
      expect(Object.keys(shown ?? {}).sort()).toEqual([
        ...["canAccept", "canDecline", "id", "moderation", "originalLocale"],
        ...["projectSlug", "state", "title", "version"],
      ]);
    }
  },
);

test("it is there for the account that received it, as long as the sender is a member", async () => {
  const { boss, sender, id } = await received();
  const stranger = await transaction((tx) => makeMember(tx));
  expect(await getMailedInterest(sender, id)).toBeNull();
  expect(await getMailedInterest(stranger, id)).toBeNull();
  expect(await getMailedInterest({ ...boss, memberId: null }, id)).toBeNull();
  expect(await getMailedInterest({ ...boss, status: "suspended" }, id)).toBeNull();
  expect(await getMailedInterest(boss, id)).not.toBeNull();
  const { accountId } = sender;
  await query((db) =>
    db.update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId)),
  );
  expect(await getMailedInterest(boss, id)).toBeNull();
});

test.each<[string, (next: string) => Partial<typeof entries.$inferInsert>]>([
  ["is withdrawn", () => ({ moderation: "withdrawn" })],
  ["is taken down", () => ({ hiddenAt: new Date() })],
  ["went to another owner", (ownerId) => ({ ownerId })],
])(
  "of a project that %s it is not accepted any more, and may still be declined",
  async (_, change) => {
    const { boss, project, id } = await received();
    const next = await transaction((tx) => makeMember(tx));
    await query((db) =>
      db.update(entries).set(change(next.memberId)).where(eq(entries.id, project.id)),
    );
    expect(await getMailedInterest(boss, id)).toMatchObject({ canAccept: false, canDecline: true });
    expect(await getMailedInterest(next, id)).toBeNull();
  },
);
