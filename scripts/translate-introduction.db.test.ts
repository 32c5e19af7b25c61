import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { query, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { codeOf } from "@/db/read-back";
import { accounts } from "@/db/schema/accounts";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import {
  chooseIntroductionMachine,
  forgetIntroductionTranslation,
  translateIntroduction,
} from "@/lib/introductions/machine.mutations";
import { getTranslation } from "@/lib/introductions/machine.queries";
import { acceptIntroduction, askIntroduction } from "@/lib/introductions/mutations";
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

const words = "Nous cherchons quelqu’un qui connaît les douanes de Ningbo.";
let asker: Member;
let asked: Member;
let between: Member;
let introductionId: string;

const begin = async (isAllowed: boolean, goBetweenId?: string) => {
  const input = {
    memberId: asked.memberId,
    locale: "fr",
    words,
    goBetweenId,
    isAllowed,
  } as const;
  ({ introductionId } = await transaction((tx) => askIntroduction(tx, asker, input, "fr")));
};

beforeEach(async () => {
  [asker, asked] = [await join(), await join()];
  between = await transaction(async (tx) => {
    const one = await makeMember(tx, { mayIntroduce: true });
    await makeOrganisation(tx, {}, [one, asked]);
    return one;
  });
});

const order = (who: Viewer = asked) =>
  transaction((tx) => translateIntroduction(tx, who, { introductionId, locale: "zh" }));

const work = ({ memberId: readerId } = asked) =>
  translateWords({ introductionId, readerId, locale: "zh" });

const shown = (who: Viewer = asked) => getTranslation(who, introductionId, "zh");

const choose = (isAllowed: boolean, who: Viewer = asker) =>
  transaction((tx) => chooseIntroductionMachine(tx, who, { introductionId, isAllowed }));

test("an introduction is translated for whoever reads it and asks, as long as its asker allows it", async () => {
  await begin(false);
  expect(await codeOf(order())).toBe("machineNotAgreed");
  expect(await codeOf(choose(true, asked))).toBe("notFound");
  await choose(true);
  expect(await codeOf(order(asker))).toBe("machineNotAgreed");
  expect(await codeOf(order(await join()))).toBe("notFound");
  await order();
  await order();
  await work();
  await work();
  expect(translate).toHaveBeenCalledTimes(1);
  expect(await shown()).toEqual({
    ...{ state: "made", words: `译：${words}`, madeBy: "Fake, Lyon" },
  });
  await choose(false);
  expect(await shown()).toBeNull();
  expect(await codeOf(order())).toBe("machineNotAgreed");
});

test("an introduction is not sent once its reader may read it no more", async () => {
  await begin(true);
  await order();
  const isAsker = eq(accounts.id, asker.accountId);
  await query((db) => db.update(accounts).set({ status: "suspended" }).where(isAsker));
  await work();
  expect(translate).not.toHaveBeenCalled();
});

test("an introduction leaves no trace of its reader where its asker may look", async () => {
  await begin(true);
  await order();
  await work();
  expect(await machineTrailOf(introductionId)).toEqual([]);
  expect(await machineTrailOf(asked.accountId)).toEqual([
    "introduction.translation-asked",
    "introduction.translation-made",
  ]);
  expect(await shown(asker)).toBeNull();
});

test("an introduction is each reader's own: the go-between sees nothing of what was made for whoever is asked", async () => {
  await begin(true, between.memberId);
  expect(await codeOf(order())).toBe("notFound");
  await order(between);
  await work(between);
  expect(await shown(between)).toMatchObject({ state: "made" });
  expect(await shown(asked)).toBeNull();
});

test("an introduction goes where its reader takes it back, and nothing is kept that comes later", async () => {
  await begin(true);
  const forget = () =>
    transaction((tx) => forgetIntroductionTranslation(tx, asked, { introductionId, locale: "zh" }));
  expect(await codeOf(forget())).toBe("notFound");
  await order();
  translate.mockImplementation(async (request) => {
    await forget();
    return translated(request);
  });
  await work();
  expect(await shown()).toBeNull();
});

test("an introduction is its asker's to keep from the machine, also once it was answered", async () => {
  await begin(true);
  await order();
  await work();
  await transaction((tx) => acceptIntroduction(tx, asked, { introductionId }));
  await choose(false);
  expect(await shown()).toBeNull();
  expect(await codeOf(order())).toBe("machineNotAgreed");
});
