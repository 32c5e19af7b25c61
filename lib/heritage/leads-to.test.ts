import { expect, test } from "vitest";
import { addressOf, readLead } from "./leads-to";

test.each([
  ["/organisations/nifc", { kind: "organisation", slug: "nifc" }],
  ["/cooperations/lyon-guangzhou", { kind: "cooperation", slug: "lyon-guangzhou" }],
  ["/projects", { kind: "list", of: "project", facet: "", words: null }],
  [
    "/activities?city=guangzhou",
    { kind: "list", of: "activity", facet: "cities:guangzhou", words: ["cities", "guangzhou"] },
  ],
  [
    "/experiences/topics/exit",
    { kind: "list", of: "experience", facet: "topics:exit", words: ["experienceTopics", "exit"] },
  ],
])("%s leads somewhere", (address, lead) => {
  expect(readLead(address)).toEqual(lead);
});

test.each([
  "",
  "/",
  "/admin",
  "/organisations",
  "/organisations/a/b",
  "/organisations/UPPER",
  "/organisations/nifc?x=1",
  "/activities?city=atlantis",
  "/activities?city=guangzhou&sector=energy",
  "/activities?constructor=energy",
  "/experiences/topics/nothing",
  "https://elsewhere.example/projects",
  "javascript:alert(1)",
])("%j leads nowhere", (address) => {
  expect(readLead(address)).toBeNull();
});

test.each([
  ["https://club.example/fr/organisations/nifc", "/organisations/nifc"],
  ["/zh/activities?city=guangzhou", "/activities?city=guangzhou"],
  [" /cooperations/lyon-guangzhou/ ", "/cooperations/lyon-guangzhou"],
  ["/friends/x", "/friends/x"],
])("%j is pasted as %j", (pasted, address) => {
  expect(addressOf(pasted)).toBe(address);
});
