import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { query, transaction } from "@/db/client";
import { makeInterest, makeMember, makeProject } from "@/db/factories";
import { codeOf } from "@/db/read-back";
import { interestMessages, interests, interestTranslations } from "@/db/schema/interests";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { MOST_ORDERED } from "@/lib/interests/interest-limits";
import { chooseInterestMachine, translateInterest } from "@/lib/interests/machine.mutations";
import { readTranslations } from "@/lib/interests/machine.queries";
import { fakeTranslator, machineTrailOf, translated } from "./fake-translator";
import { translateWords } from "./translate-message";

const chosen = vi.hoisted(() => ({ provider: "fake" }));

vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), TRANSLATION_PROVIDER: chosen.provider }) };
});

type Member = Awaited<ReturnType<typeof makeMember>>;

const translate = fakeTranslator(chosen);

const join = () => transaction((tx) => makeMember(tx));

const COOPERATION = "Nous tissons la soie de vos vers.";
let owner: Member;
let sender: Member;
let interestId: string;

beforeEach(async () => {
  [owner, sender] = [await join(), await join()];
  interestId = await transaction(async (tx) => {
    const { id } = await makeProject(tx, owner.memberId, { moderation: "published" });
    const words = { cooperation: COOPERATION, unclear: "", about: "Un atelier de Lyon." };
    return (await makeInterest(tx, id, sender.memberId, { state: "sent", ...words })).id;
  });
});

const choose = (who: Viewer, isAllowed = true) =>
  transaction((tx) => chooseInterestMachine(tx, who, { interestId, isAllowed }));

const order = (who: Viewer = owner, locale: "fr" | "zh" = "zh") =>
  transaction((tx) => translateInterest(tx, who, { interestId, locale }));

const agree = async () => {
  for (const who of [owner, sender]) await choose(who);
};

const rows = () =>
  query((db) =>
    db
      .select({ piece: interestTranslations.piece, locale: interestTranslations.locale })
      .from(interestTranslations)
      .where(eq(interestTranslations.interestId, interestId)),
  );

async function work() {
  for (const row of await rows()) await translateWords({ interestId, ...row });
}

const write = async ({ accountId: authorId }: Member, words: string) => {
  const [row] = await query((db) =>
    db
      .insert(interestMessages)
      .values({ interestId, authorId, words })
      .returning({ id: interestMessages.id }),
  );
  return row?.id ?? "";
};

test("an interest is translated to the one what the other wrote, once both said yes, and marked as a machine's", async () => {
  await choose(owner);
  expect(await codeOf(order())).toBe("machineNotAgreed");
  await choose(sender);
  const answer = await write(sender, "Deux cents mètres.");
  await write(owner, "多少米？");
  await order();
  await order();
  const pieces = (await rows()).map(({ piece }) => piece).sort();
  expect(pieces).toEqual(["about", answer, "cooperation"].sort());
  expect((await readTranslations(interestId, "zh")).get("about")).toMatchObject({
    state: "pending",
  });
  await work();
  await work();
  expect(translate).toHaveBeenCalledTimes(3);
  const sent = translate.mock.calls.flatMap(([{ texts }]) => texts).sort();
  expect(sent).toEqual([COOPERATION, "Deux cents mètres.", "Un atelier de Lyon."].sort());
  const made = await readTranslations(interestId, "zh");
  const by = { state: "made", madeBy: "Fake, Lyon" };
  expect(made.get("cooperation")).toEqual({ ...by, words: `译：${COOPERATION}` });
  expect(made.get(answer)).toEqual({ ...by, words: "译：Deux cents mètres." });
  expect((await readTranslations(interestId, "en")).size).toBe(0);
  expect((await machineTrailOf(interestId)).slice(0, 3)).toEqual([
    "interest.machine-allowed",
    "interest.machine-allowed",
    "interest.translation-asked",
  ]);
});

test("an interest says in the sender's language what the owner wrote, and nothing of their own", async () => {
  await agree();
  const asked = await write(owner, "请问数量？");
  await order(sender, "fr");
  expect(await rows()).toEqual([{ piece: asked, locale: "fr" }]);
});

test("an interest is nothing to others, nor to an owner who has blocked its sender, nor without a service", async () => {
  await agree();
  const stranger = await transaction((tx) => makeMember(tx, {}, { role: "administrator" }));
  expect(await codeOf(order(stranger))).toBe("notFound");
  expect(await codeOf(choose(stranger))).toBe("notFound");
  chosen.provider = "off";
  expect(await codeOf(order())).toBe("notFound");
  expect(await codeOf(choose(owner))).toBe("notFound");
  expect(await codeOf(choose(owner, false))).toBe("done");
  chosen.provider = "fake";
  await query((db) =>
    db.update(interests).set({ isSilenced: true }).where(eq(interests.id, interestId)),
  );
  expect(await codeOf(choose(owner))).toBe("notFound");
  expect(translate).not.toHaveBeenCalled();
});

test.each([
  ["the owner", () => choose(owner, false)],
  ["the sender", () => choose(sender, false)],
])(
  "an interest keeps nothing that a machine made once %s has taken the yes back",
  async (_who, act) => {
    await agree();
    await order();
    await work();
    expect(await rows()).toHaveLength(2);
    await act();
    expect(await rows()).toEqual([]);
  },
);

test("an interest keeps out what comes back after a yes was taken back, and sends nothing more", async () => {
  await agree();
  await order();
  const waiting = await rows();
  translate.mockImplementation(async (request) => {
    await choose(sender, false);
    return translated(request);
  });
  for (const row of waiting) await translateWords({ interestId, ...row });
  expect(translate).toHaveBeenCalledTimes(1);
  await choose(sender);
  expect(await rows()).toEqual([]);
});

test("an interest is asked again where the service failed", async () => {
  await agree();
  await order();
  translate.mockRejectedValue(new Error("down"));
  await work();
  expect((await readTranslations(interestId, "zh")).get("about")).toMatchObject({
    state: "failed",
    words: null,
  });
  translate.mockImplementation(translated);
  await order();
  await work();
  expect((await readTranslations(interestId, "zh")).get("about")?.state).toBe("made");
});

test("of a long thread an order sends the last pieces, the next one those before them", async () => {
  await agree();
  const written: string[] = [];
  for (let n = 0; n < MOST_ORDERED + 3; n += 1) {
    written.push(await write(sender, `Une machine pour la soie, lettre ${n}.`));
  }
  const ordered = async () => (await rows()).map(({ piece }) => piece).sort();
  await order();
  expect(await ordered()).toEqual(written.slice(-MOST_ORDERED).sort());
  await order();
  expect(await ordered()).toEqual([...written, "about", "cooperation"].sort());
});
