import { expect, test, vi } from "vitest";
import { removeMetadata } from "@/app/[locale]/(club)/entry-remove-page";
import { COOPERATIONS } from "@/lib/cooperations/cooperation";
import { EVENTS } from "@/lib/events/event";
import { EXPERIENCES } from "@/lib/experiences/experience";
import { PROJECTS } from "@/lib/projects/project";

vi.mock("@/lib/core/auth/viewer", () => ({}));
vi.mock("@/lib/entries/own.queries", () => ({}));

const params = Promise.resolve({ locale: "fr", slug: "draft-0123456789" });
const titleOf = async (noun: Parameters<typeof removeMetadata>[0]) =>
  (await removeMetadata(noun)({ params })).title;

test("where a draft is deleted its page has a title; of other kinds there is no such page", async () => {
  for (const noun of [PROJECTS, EXPERIENCES])
    expect(await titleOf(noun)).not.toContain("remove.title");
  for (const noun of [EVENTS, COOPERATIONS])
    await expect(titleOf(noun)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
