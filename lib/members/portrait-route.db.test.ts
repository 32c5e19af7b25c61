import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember } from "@/db/factories";
import { sealReader } from "@/lib/core/auth/form-reader";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import * as drawing from "./draw-portrait";
import { isPortraitRefusal } from "./portrait-refusals";
import { postPortrait } from "./portrait-route";
import { getOwnProfile } from "./queries";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => request.viewer }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-club-client": "::1" }),
}));

const draw = vi.spyOn(drawing, "drawPortrait");

let member: Awaited<ReturnType<typeof makeMember>>;
let other: Viewer;
let picture: Buffer<ArrayBuffer>;

beforeAll(async () => {
  await transaction(async (tx) => {
    member = await makeMember(tx);
    other = await makeMember(tx);
  });
  const blank = sharp({ create: { width: 9, height: 9, channels: 3, background: "#176781" } });
  picture = Buffer.from(await blank.png().toBuffer());
});

beforeEach(() => {
  draw.mockClear();
});

afterAll(closeDatabase);

/** Sends a portrait of `member` as somebody; gives where their browser is led. */
async function send(
  viewer: Viewer | null,
  { query = "", level = "members", file = new File([picture], "me.png") as File | null } = {},
) {
  request.viewer = viewer;
  const slug = member.memberSlug;
  const form = new FormData();
  if (file) form.set("portrait", file);
  form.set("visibility.portrait", level);
  form.set("_key", `~${sealReader(viewer)}`);
  const url = `http://localhost:3000/api/members/${slug}/portrait${query}`;
  const sent = new Request(url, { method: "POST", body: form });
  const answer = await postPortrait(sent, { params: Promise.resolve({ slug }) });
  return answer.headers.get("Location");
}

test("without a picture there is nothing to show to anybody", async () => {
  expect(await send(member, { file: null })).toContain("refused=portraitMissing");
  expect((await getOwnProfile(member))?.portrait).toBeNull();
});

test("a picture is drawn and kept, and its owner comes back in the form's language", async () => {
  expect(await send(member, { query: "?locale=zh", level: "contacts" })).toBe(
    "/zh/account/profile?notice=portraitSaved#portrait",
  );
  const first = await getOwnProfile(member);
  expect(first).toMatchObject({
    portrait: expect.any(String),
    visibility: { portrait: "contacts" },
  });
  expect(await send(member, { file: null, level: "self" })).toContain("notice=portraitSaved");
  expect(await getOwnProfile(member)).toMatchObject({
    portrait: first?.portrait,
    visibility: { portrait: "self" },
  });
});

test("who is signed out or suspended while the picture is on its way sets none", async () => {
  const before = await getOwnProfile(member);
  const meanwhile: [Viewer | null, string][] = [
    [null, "signInFirst"],
    [{ ...member, status: "suspended" }, "notActive"],
  ];
  for (const [viewer, refused] of meanwhile) {
    draw.mockImplementationOnce(async (sent) => {
      request.viewer = viewer;
      return drawing.drawPortrait(sent);
    });
    expect(await send(member, { level: "members" })).toContain(`refused=${refused}`);
  }
  expect(await getOwnProfile(member)).toEqual(before);
});

test("an empty file is no portrait, and changes nothing of the one there is", async () => {
  const before = await getOwnProfile(member);
  expect(before?.portrait).not.toBeNull();
  const file = new File([], "me.png");
  expect(await send(member, { file, level: "public" })).toContain("refused=portraitUnreadable");
  expect(await getOwnProfile(member)).toEqual(before);
  const notChosen = new File([], "");
  expect(await send(member, { file: notChosen, level: "self" })).toContain("notice=portraitSaved");
});

test("nobody's picture is looked at who may not set it, and no level is made up", async () => {
  const suspended = { ...member, status: "suspended" as const };
  for (const [viewer, code] of [
    [other, "notFound"],
    [suspended, "notActive"],
    [null, "signInFirst"],
  ] as const) {
    expect(await send(viewer)).toContain(`?refused=${code}#portrait`);
  }
  expect(await send(member, { level: "enemies" })).toContain("refused=unreadable");
  expect(draw).not.toHaveBeenCalled();
});

test("too many pictures in a row are refused before they are drawn, in words", async () => {
  const busy = { ...member, accountId: crypto.randomUUID() };
  let refused: string | null = "";
  for (let time = 0; time <= LIMITS.portrait.points; time++) refused = await send(busy);
  expect(refused).toContain("refused=portraitTooOften");
  expect(draw).toHaveBeenCalledTimes(LIMITS.portrait.points);
});

test("the form says each of these refusals", () => {
  for (const code of [
    "portraitTooOften",
    "portraitTooLarge",
    "portraitMissing",
    "portraitNotAPicture",
    "portraitTooManyPixels",
    "portraitUnreadable",
    "unreadable",
  ]) {
    if (!isPortraitRefusal(code)) throw new Error(`no words for ${code}`);
    for (const locale of LOCALES) expect(getTranslator(locale, "errors")(code)).not.toBe("");
  }
  expect(isPortraitRefusal("notFound")).toBe(false);
});
