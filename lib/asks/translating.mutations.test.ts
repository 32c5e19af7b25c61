import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, query, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { auditEvents } from "@/db/schema/audit";
import type { Locale } from "@/lib/core/i18n/locales";
import { postAsk } from "./mutations";
import { getAsk, listAsks } from "./queries";
import { translateAsk } from "./translating.mutations";
import { getAskSheet } from "./translating.queries";

type Member = Awaited<ReturnType<typeof makeMember>>;

afterAll(closeDatabase);

const TEXT = "Qui connaît à Jingdezhen un atelier qui répare des crémaillères de funiculaires ?";
const CHINESE = "谁知道景德镇有修缆车齿轨的作坊？";

let asker: Member;
let translator: Member;
let ask: { id: string; slug: string };

beforeEach(async () => {
  const speaks = { languages: ["fr", "zh"], translates: true };
  [asker, translator] = await transaction(async (tx) => [
    await makeMember(tx),
    await makeMember(tx, speaks),
  ]);
  ask = await transaction((tx) => postAsk(tx, asker, { locale: "fr", text: TEXT }));
});

async function translate(who: Member, words: string, locale: Locale = "zh", version?: number) {
  const sheet = await getAskSheet(translator, ask.slug, "zh");
  const read = version ?? sheet?.version ?? 0;
  const input = { askId: ask.id, locale, version: read, words };
  return transaction((tx) => translateAsk(tx, who, input));
}

test("a member who translates the pair puts it online at once, beside the original, and it is found", async () => {
  const reader = await transaction((tx) => makeMember(tx));
  await translate(translator, CHINESE);
  expect((await getAsk(reader, ask.slug))?.title).toEqual({ fr: TEXT, zh: CHINESE });
  const { rows } = await listAsks(reader, { q: "缆车齿轨" });
  expect(rows.map(({ slug }) => slug)).toContain(ask.slug);
  expect((await getAskSheet(translator, ask.slug, "zh"))?.words).toBe(CHINESE);
  const trail = await query((db) =>
    db
      .select({ name: auditEvents.name, actorId: auditEvents.actorId })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, ask.id))
      .orderBy(auditEvents.id),
  );
  expect(trail.at(-1)).toEqual({ name: "translation.saved", actorId: translator.accountId });
});

test("nobody else does, not into the original, and not over another's words but for whoever asked", async () => {
  const stranger = await transaction((tx) => makeMember(tx, { languages: ["fr", "zh"] }));
  const second = await transaction((tx) =>
    makeMember(tx, { languages: ["fr", "zh"], translates: true }),
  );
  const version = (await getAskSheet(translator, ask.slug, "zh"))?.version ?? 0;
  await expect(translate(stranger, CHINESE)).rejects.toThrow("notFound");
  await expect(translate(translator, "Autre", "fr")).rejects.toThrow("notFound");
  await expect(translate(translator, "Who?", "en")).rejects.toThrow("notFound");
  await translate(translator, CHINESE);
  await expect(translate(translator, "旧", "zh", version)).rejects.toThrow("conflict");
  await expect(translate(translator, CHINESE)).rejects.toThrow("translationUnchanged");
  await expect(translate(second, "别的")).rejects.toThrow("conflict");
  expect(await getAskSheet(second, ask.slug, "zh")).toBeNull();
  await translate(asker, "我的译文");
  expect((await getAsk(second, ask.slug))?.title.zh).toBe("我的译文");
});

test("empty words take it back", async () => {
  await translate(translator, CHINESE);
  await translate(translator, "");
  expect((await getAsk(asker, ask.slug))?.title).toEqual({ fr: TEXT });
});
