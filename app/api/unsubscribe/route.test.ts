import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { GET } from "./route";

vi.mock("@/lib/notifications/unsubscribe-route", () => ({ postUnsubscribe: vi.fn() }));

test.each([
  ["zh", "/zh/unsubscribe?token=a.rooms.b"],
  ["de", "/fr/unsubscribe?token=a.rooms.b"],
])("opening the one-click address (%s) leads to the page and switches nothing", (locale, to) => {
  const url = `http://localhost:3000/api/unsubscribe?locale=${locale}&token=a.rooms.b`;
  const answer = GET(new NextRequest(url));
  expect([answer.status, answer.headers.get("location")]).toEqual([303, to]);
});
