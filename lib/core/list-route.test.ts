import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import type { Viewer } from "./auth/viewer-type";
import { getTranslator } from "./i18n/translator";
import { listRoute } from "./list-route";

let viewer: Viewer | null = null;
vi.mock("./auth/viewer", () => ({ getBareViewer: async () => viewer }));

const route = listRoute({ ofPeople: false, read: async () => null });

async function ask(who: Pick<Viewer, "status"> | null) {
  viewer = who as Viewer | null;
  const answer = await route(new NextRequest("http://localhost:3000/api/members?locale=zh"));
  return { status: answer.status, body: await answer.json() };
}

test("what does not exist says why to whoever is signed out meanwhile, or not active", async () => {
  const t = getTranslator("zh", "ui");
  expect(await ask(null)).toEqual({ status: 404, body: { message: t("live.signedOut") } });
  const suspended = await ask({ status: "suspended" });
  expect(suspended).toEqual({ status: 404, body: { message: t("live.inactive") } });
  expect(await ask({ status: "active" })).toEqual({ status: 404, body: {} });
});
