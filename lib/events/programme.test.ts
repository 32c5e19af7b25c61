import { expect, test } from "vitest";
import { readProgramme } from "./programme";

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

test("a time that clocks skip has no second clock", () => {
  const [day] = readProgramme("2026-03-29\n02:30 Nuit", "lyon", null);
  expect(day?.lines[0]?.times).toHaveLength(1);
});
