import { expect, test } from "vitest";
import { daysOutside, readProgramme } from "./programme";

test("a day alone on a line begins that day", () => {
  const days = readProgramme(
    "Avant\n2027-04-13\nCanton : accueil.\n\n2027-04-14\nDîner",
    "beijing",
    null,
  );
  expect(days.map(({ day, lines }) => [day, lines.map(({ words }) => words)])).toEqual([
    [null, ["Avant"]],
    ["2027-04-13", ["Canton : accueil."]],
    ["2027-04-14", ["Dîner"]],
  ]);
});

test("a time is said on both clocks, by the summer time of its day", () => {
  const times = (day: string) =>
    readProgramme(`${day}\n09:00 Accueil`, "lyon", null)[0]?.lines[0]?.times.map(
      ({ time }) => time,
    );
  expect(times("2026-03-28")).toEqual(["09:00", "16:00"]);
  expect(times("2026-03-30")).toEqual(["09:00", "15:00"]);
});

test("what is the next day in Beijing says so, and the day before in Lyon", () => {
  const [evening] = readProgramme("18:30 Vœux", "lyon", "2027-02-11 18:30");
  expect(evening?.lines[0]).toEqual({
    words: "Vœux",
    times: [
      { clock: "lyon", time: "18:30", shift: 0 },
      { clock: "beijing", time: "01:30", shift: 1 },
    ],
  });
  const [morning] = readProgramme("05:00 Départ", "beijing", "2027-04-13 09:00");
  expect(morning?.lines[0]?.times[1]).toEqual({ clock: "lyon", time: "23:00", shift: -1 });
});

test("what is no time of day stays as it is written", () => {
  for (const words of ["2026 : bilan", "25:00 Rien", "10 personnes", "9 h Accueil", "09:001"]) {
    expect(readProgramme(words, "lyon", "2026-12-10 18:30")[0]?.lines).toEqual([
      { times: [], words },
    ]);
  }
  expect(readProgramme("9h30 Accueil", "lyon", null)[0]?.lines[0]).toEqual({
    times: [{ clock: "lyon", time: "09:30", shift: 0 }],
    words: "Accueil",
  });
});

test("a span is said on both clocks, across midnight too", () => {
  const line = (words: string) => readProgramme(words, "lyon", "2026-12-12 09:00")[0]?.lines[0];
  for (const written of ["9:00-10:30 Visite", "9h–10h30 : Visite", "09:00 à 10:30 — Visite"]) {
    expect(line(written)).toEqual({
      words: "Visite",
      times: [
        { clock: "lyon", time: "09:00", until: "10:30", shift: 0 },
        { clock: "beijing", time: "16:00", until: "17:30", shift: 0 },
      ],
    });
  }
  expect(line("16:30～18:30 交流")?.times[1]).toMatchObject({ time: "23:30", until: "01:30" });
  expect(line("22:00–01:00 Soirée")?.times[1]).toMatchObject({
    ...{ time: "05:00", until: "08:00", shift: 1 },
  });
  expect(line("09:00 – 2027 en vue")).toMatchObject({ words: "2027 en vue", times: [{}, {}] });
});

test("hours are read as French and Chinese write them", () => {
  const line = (words: string) => readProgramme(words, "lyon", null)[0]?.lines[0];
  for (const written of ["9 h 30 讨论", "9\u00a0h\u00a030 讨论", "9时30分 讨论", "9点30分：讨论"]) {
    expect(line(written)).toMatchObject({ words: "讨论", times: [{ time: "09:30" }] });
  }
  expect(line("9点 讨论")).toMatchObject({ words: "讨论", times: [{ time: "09:00" }] });
  for (const words of ["9点半 讨论", "2 hôtels", "9 h Accueil"]) {
    expect(line(words)).toEqual({ words, times: [] });
  }
});

test("a span of which clocks skip a part has no second clock", () => {
  const [day] = readProgramme("2026-03-29\n01:00-02:30 Nuit", "lyon", null);
  expect(day?.lines[0]).toEqual({
    words: "Nuit",
    times: [{ clock: "lyon", time: "01:00", until: "02:30", shift: 0 }],
  });
});

test("a time that clocks skip has no second clock", () => {
  const [day] = readProgramme("2026-03-29\n02:30 Nuit", "lyon", null);
  expect(day?.lines[0]?.times).toHaveLength(1);
});

test("days that moved dates leave behind are named, each once, whatever the language", () => {
  const programme = {
    fr: "2027-04-12\nDépart\n2027-04-13\nVisite",
    zh: "2027-04-12\n出发\n2027-04-16",
  };
  const outside = (starts: string | null, ends: string | null) =>
    daysOutside({ programme, starts, ends });
  expect(outside("2027-04-13 09:00", "2027-04-15 18:00")).toEqual(["2027-04-12", "2027-04-16"]);
  expect(outside("2027-04-12 09:00", "2027-04-16 00:00")).toEqual([]);
  expect(outside("2027-04-13 09:00", null)).toEqual([]);
});
