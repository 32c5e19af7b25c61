import { expect, test } from "vitest";
import { getTranslator } from "@/lib/core/i18n/translator";
import * as interest from "@/lib/interests/interest-words";
import * as introduction from "@/lib/introductions/introduction-words";

test("in French a state agrees with what the list calls it", () => {
  const kind = getTranslator("fr", "exchanges");
  expect(kind("kind.received")).toMatch(/^Manifestation /);
  expect(kind("kind.sent")).toContain("manifestation ");
  expect(interest.stateWords("accepted", true, "fr")).toBe("Acceptée");
  expect(kind("kind.introduction")).toBe("Échange proposé");
  const said = (state: "accepted" | "passed-on" | "not-passed" | "ended") =>
    introduction.stateWords({ state, isMine: false }, "fr");
  expect(said("accepted")).toBe("Accepté");
  expect(said("passed-on")).toBe("Message transmis");
  expect(said("not-passed")).toBe("Message non transmis");
  expect(said("ended")).toBe("Terminé");
  const over = { state: "ended", isMine: true, endsOn: "2026-12-02" } as const;
  expect(introduction.clockWords(over, "fr", "2026-12-02")).toBe("Terminé le 2\u00a0décembre 2026");
  const page = getTranslator("fr", "introductions");
  expect(page("page.fromMe", { person: "Zhao Wenqi" })).toMatch(/^Échange proposé /);
  expect(page("page.sentOn", { day: "" })).toMatch(/^Envoyé /);
});
