import { afterEach, expect, test, vi } from "vitest";

const fresh = async (settings: Record<string, string>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  return (await import("./club-data")).clubData;
};

afterEach(() => vi.unstubAllEnvs());

test("the club says what its settings say, and nothing that they do not", async () => {
  const clubData = await fresh({ CLUB_NAME: "Club Rhône", CLUB_PHONE: "+33 4 00 00 00 00" });
  expect(JSON.parse(JSON.stringify(clubData("fr")))).toEqual({
    "@type": "Organization",
    "@id": "http://localhost:3000/#club",
    name: "Club Rhône",
    url: "http://localhost:3000/fr",
    logo: "http://localhost:3000/icon-512.png",
    email: "secretariat@example.org",
    telephone: "+33 4 00 00 00 00",
    knowsLanguage: ["fr-FR", "en-GB", "zh-Hans"],
  });
});

test("where it has a Chinese name, each language knows it by both", async () => {
  const clubData = await fresh({ CLUB_NAME: "Club Rhône", CLUB_NAME_ZH: "罗纳俱乐部" });
  expect(clubData("zh")).toMatchObject({ name: "罗纳俱乐部", alternateName: ["Club Rhône"] });
  expect(clubData("fr")).toMatchObject({ name: "Club Rhône", alternateName: ["罗纳俱乐部"] });
});
