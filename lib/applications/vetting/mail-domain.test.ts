import { expect, test } from "vitest";
import { checkMailDomain } from "./mail-domain";

test.each([
  ["li@montclair.example", "https://www.montclair.example/fr", "same"],
  ["li@mail.montclair.example", "montclair.example", "same"],
  ["li@montclair.example", "https://cn.montclair.example", "same"],
  ["li@notmontclair.example", "https://montclair.example", "differs"],
  ["li@qq.com", "https://montclair.example", "open-to-all"],
  ["li@yahoo.com.cn", "", "open-to-all"],
  ["li@montclair.example", "", "no-website"],
  ["li@montclair.example", "not an address", "no-website"],
])("%s, %s: %s", (email, website, state) => {
  expect(checkMailDomain(email, website).state).toBe(state);
});
