import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { closeDatabase, transaction } from "@/db/client";
import { makeMember, makeOrganisation } from "@/db/factories";
import { sealReader } from "@/lib/core/auth/form-reader";
import { LIMITS } from "@/lib/core/auth/rate-limit";
import type { Viewer } from "@/lib/core/auth/viewer-type";
import { LOCALES } from "@/lib/core/i18n/locales";
import { getTranslator } from "@/lib/core/i18n/translator";
import * as drawing from "./draw-logo";
import { isLogoRefusal } from "./logo-refusals";
import { postLogo } from "./logo-route";
import { getLogo } from "./logos.queries";

const request = vi.hoisted(() => ({ viewer: null as Viewer | null }));

vi.mock("@/lib/core/auth/viewer", () => ({ getBareViewer: async () => request.viewer }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000", "x-club-client": "::1" }),
}));

const draw = vi.spyOn(drawing, "drawLogo");

let manager: Viewer;
let stranger: Viewer;
let slug: string;
let picture: Buffer<ArrayBuffer>;

beforeAll(async () => {
  await transaction(async (tx) => {
    const member = await makeMember(tx);
    manager = member;
    stranger = await makeMember(tx);
    ({ slug } = await makeOrganisation(tx, { visibility: "public" }, [member]));
  });
  const blank = sharp({ create: { width: 9, height: 9, channels: 3, background: "#176781" } });
  picture = Buffer.from(await blank.png().toBuffer());
});

beforeEach(() => {
  draw.mockClear();
});

afterAll(closeDatabase);

/** Sends a logo as somebody; gives where their browser is led. */
async function send(
  viewer: Viewer | null,
  query = "",
  body?: BodyInit,
  logo = new File([picture], "logo.png"),
) {
  request.viewer = viewer;
  const form = new FormData();
  form.set("logo", logo);
  form.set("_key", `~${sealReader(viewer)}`);
  const url = `http://localhost:3000/api/organisations/${slug}/logo${query}`;
  const sent = new Request(url, { method: "POST", body: body ?? form });
  const answer = await postLogo(sent, { params: Promise.resolve({ slug }) });
  return answer.headers.get("Location");
}

test("a manager's picture is drawn and kept, and they come back in the form's language", async () => {
  expect(await send(manager, "?locale=zh")).toBe(
    `/zh/organisations/${slug}/edit?notice=logoSaved#logo`,
  );
  expect(await getLogo(null, slug)).not.toBeNull();
});

test("nobody's picture is looked at who may not set it", async () => {
  const suspended = { ...manager, status: "suspended" as const };
  for (const [viewer, code] of [
    [stranger, "notFound"],
    [suspended, "notActive"],
    [null, "signInFirst"],
  ] as const) {
    expect(await send(viewer, "?locale=en")).toContain(`/edit?refused=${code}#logo`);
  }
  expect(draw).not.toHaveBeenCalled();
});

test("what is no form is refused, not a fault of ours", async () => {
  expect(await send(manager, "", "{}")).toContain("refused=unreadable");
});

test("an empty picture is told from none", async () => {
  const empty = new File([], "logo.png");
  expect(await send(manager, "", undefined, empty)).toContain("refused=logoUnreadable");
  expect(await send(manager, "", undefined, new File([], ""))).toContain("refused=logoMissing");
});

test("too many pictures in a row are refused before they are drawn, in words", async () => {
  const busy = { ...manager, accountId: crypto.randomUUID() };
  let refused: string | null = "";
  for (let time = 0; time <= LIMITS.logo.points; time++) refused = await send(busy, "?locale=fr");
  expect(refused).toContain("refused=logoTooOften");
  expect(draw).toHaveBeenCalledTimes(LIMITS.logo.points);
});

test("the form says each of these refusals", () => {
  for (const code of ["logoTooOften", "logoTooLarge", "unreadable"]) {
    if (!isLogoRefusal(code)) throw new Error(`no words for ${code}`);
    for (const locale of LOCALES) expect(getTranslator(locale, "errors")(code)).not.toBe("");
  }
  expect(isLogoRefusal("notFound")).toBe(false);
});
