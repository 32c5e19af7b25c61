import { expect, test } from "vitest";
import { readSearch, searchAddress } from "./saved-search";

test.each([
  [
    "/projects?q=soie&sector=energy&type=offers&page=7",
    "/projects?type=offers&q=soie&sector=energy",
  ],
  ["/members?city=guangzhou&sort=recent&page=2", "/members?city=guangzhou"],
  [
    "/activities?kind=sourcing&direction=both&sort=organisation",
    "/activities?kind=sourcing&direction=both",
  ],
  ["/members?q=%E6%9E%97&notice=x", "/members?q=%E6%9E%97"],
])("%s is kept as its list understands it", (address, kept) => {
  const search = readSearch(address);
  expect(search && searchAddress(search)).toBe(kept);
  expect(readSearch(kept)).toEqual(search);
});

test.each([
  "",
  "/projects",
  "/projects?page=3",
  "/projects?sector=nowhere",
  "/admin/accounts?q=x",
  "https://elsewhere.example/projects?q=x",
  "//elsewhere.example?q=x",
  "javascript:alert(1)",
])("%j holds no search", (address) => expect(readSearch(address)).toBeNull());
