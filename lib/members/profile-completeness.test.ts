import { expect, test } from "vitest";
import { profileCompleteness } from "./profile-completeness";

const empty = {
  jobTitle: {},
  bio: {},
  offers: {},
  needs: {},
  languages: [],
  sectors: [],
  cities: [],
  email: null,
  phone: null,
  wechat: null,
};

test("an empty profile is at 0 and names every step", () => {
  const { percent, missing } = profileCompleteness(empty);
  expect(percent).toBe(0);
  expect(missing).toHaveLength(8);
});

test("one language and one contact are enough", () => {
  const text = { zh: "丝绸" };
  const full = {
    ...empty,
    jobTitle: text,
    bio: text,
    offers: text,
    needs: text,
    languages: ["zh"],
    sectors: ["agrifood"],
    cities: ["guangzhou"],
    wechat: "soie",
  };
  expect(profileCompleteness(full)).toEqual({ percent: 100, missing: [] });
  expect(profileCompleteness({ ...full, bio: {}, cities: [] })).toEqual({
    percent: 75,
    missing: ["cities", "bio"],
  });
});
