import type { Transaction } from "@/db/client";
import { insertEntry } from "@/db/entry-rows";
import { entryQuestions, entryVersions } from "@/db/schema/entry-parts";
import file from "@/db/seed/demo/asks.json";
import { ASK } from "@/lib/asks/ask";
import { tellAsked } from "@/lib/asks/notices";
import type { Locale } from "@/lib/core/i18n/locales";
import type { LocalizedText } from "@/lib/core/i18n/localized-text";
import { contentOf } from "@/lib/entries/content";
import { entryEvent } from "@/lib/entries/entry-event";
import { readStored } from "@/lib/entries/stored-entry";
import { inAllLanguages } from "@/lib/search/said-words";
import { searchLine } from "@/lib/search/search-words";
import { type DemoKeys, keyOf } from "./demo-decisions";
import { seedEvents } from "./demo-events";
import { seedNotices } from "./demo-notices";
import { daysAgo } from "./demo-times";

type DemoAsk = {
  slug: string;
  author: string;
  originalLocale: Locale;
  title: LocalizedText;
  daysAgo: number;
  /** Who was asked, because of which city. */
  asked: { member: string; city: string }[];
  answers: { member: string; locale: Locale; daysAgo: number; words: string; helped: boolean }[];
};

const DEMO_ASKS = file.items as DemoAsk[];

/** What members asked the club these last days, who was asked for an answer, and what was answered. */
export async function seedAsks(tx: Transaction, keys: DemoKeys): Promise<void> {
  for (const ask of DEMO_ASKS) {
    const { slug, author, asked, answers } = ask;
    const content = readStored(ASK, ask);
    const publishedAt = daysAgo(ask.daysAgo);
    const { id } = await insertEntry(tx, "ask", {
      ...content,
      ...{ slug, ownerId: keyOf(keys.members, author), ownerLevel: "members" },
      ...{ moderation: "published", publishedAt, submittedAt: publishedAt },
      ...{ createdAt: publishedAt, updatedAt: publishedAt, askedCount: asked.length },
      searchMembers: searchLine(inAllLanguages(content.title)),
    });
    const version = { entryId: id, number: 1, cause: "published", createdAt: publishedAt } as const;
    await tx.insert(entryVersions).values({ ...version, content: contentOf(ASK, content) });
    const actorId = keyOf(keys.accounts, author);
    for (const past of ["published", "routed"]) {
      const event = entryEvent({ entryKind: "ask", id }, past);
      await seedEvents(tx, [{ ...event, actorId, createdAt: publishedAt }]);
    }
    const tell = tellAsked(
      ask,
      asked.map(({ member, city }) => ({
        memberId: keyOf(keys.members, member),
        reason: { kind: "cities", slugs: [city] },
      })),
    );
    const routed = entryEvent({ entryKind: "ask", id }, "routed");
    await seedNotices(tx, keys, { ...routed, daysAgo: ask.daysAgo, tell });
    await seedAnswers(tx, keys, id, answers);
  }
}

async function seedAnswers(
  tx: Transaction,
  keys: DemoKeys,
  entryId: string,
  answers: DemoAsk["answers"],
): Promise<void> {
  const rows = answers.map(({ member, helped, daysAgo: days, ...said }) => ({
    ...said,
    entryId,
    memberId: keyOf(keys.members, member),
    createdAt: daysAgo(days),
    helpedAt: helped ? daysAgo(days - 1) : null,
    version: helped ? 2 : 1,
  }));
  if (rows.length > 0) await tx.insert(entryQuestions).values(rows);
}
