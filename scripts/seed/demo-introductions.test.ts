import { expect, test } from "vitest";
import { typographyFaults } from "@/db/reference/typography";
import { askIntroductionInput } from "@/lib/introductions/schema";
import { DEMO } from "./demo-files";

const { introductions, members } = DEMO;

test("one waits, one was accepted, one is to be passed on by who accepts that and knows the other", () => {
  expect(introductions.map(({ answer }) => answer)).toEqual([null, "accepted", null]);
  const [one] = introductions.filter(({ through }) => through);
  const [between, asked] = [one?.through, one?.asked].map((slug) =>
    members.find((member) => member.slug === slug),
  );
  expect(between?.mayIntroduce).toBe(true);
  const shared = [
    asked?.organisation,
    ...(asked?.otherOrganisations.map(({ slug }) => slug) ?? []),
  ];
  expect(shared).toContain(between?.organisation);
});

test.each(introductions)(
  "$asker asks $asked in a language that is theirs, well set and long enough",
  (one) => {
    const [asker, asked] = [one.asker, one.asked].map((slug) =>
      members.find((member) => member.slug === slug),
    );
    expect([asker?.status, asked?.status]).toEqual(["active", "active"]);
    expect(asker?.locale).toBe(one.locale);
    expect(asked?.locale).not.toBe(one.locale);
    expect(typographyFaults(one.words, one.locale)).toEqual([]);
    const memberId = "0b7c5c1e-8d4f-4f59-9a52-0d6a3a1b2c3d";
    const input = { memberId, locale: one.locale, words: one.words };
    expect(askIntroductionInput.safeParse(input).success).toBe(true);
  },
);
