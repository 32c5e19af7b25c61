import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { swatchOfWord, type Weave } from "@/lib/core/swatches/swatch";
import { compose, drawSharePicture } from "./draw-picture";
import { setTitle, widthOf } from "./set-title";

const WIDTH = 712;

const picture = (title: string, weave: Weave = "both") => ({
  title,
  swatch: { weave, seed: 4711 },
  clubName: "OnlyLyon 中国商务俱乐部",
  address: "https://club.example.org/zh/projects/shared-office-guangzhou",
});

const TITLES = {
  fr: "Un bureau partagé à Canton pour les PME lyonnaises\u202f: « œuvre commune »\u202f!",
  en: "Hand and gait rehabilitation: pilot clinics sought",
  zh: "佛山制造商寻求电动两轮车电池的欧洲研发伙伴，共同开发高安全性储能系统",
};

describe("a share picture", () => {
  test.each(Object.entries(TITLES))("is 1200 × 630 and at most 60 KB in %s", async (_, title) => {
    const png = await drawSharePicture(picture(title));
    expect(png.length).toBeLessThanOrEqual(60 * 1024);
    const { width, height, format } = await sharp(png).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
  });

  test.each<Weave>(["lyon", "china", "both", "threads"])("shows the cloth of %s", async (weave) => {
    const png = await drawSharePicture(picture(TITLES.en, weave));
    const cloth = sharp(png).extract({ left: 20, top: 20, width: 320, height: 590 });
    const { channels } = await sharp(await cloth.png().toBuffer()).stats();
    expect(channels[0]?.stdev).toBeGreaterThan(10);
    expect(png.length).toBeLessThanOrEqual(60 * 1024);
  });

  test("of what is held on a day has the day, both clocks and the place, and weighs less", async () => {
    const poster = {
      kind: "来访代表团接待",
      figure: "4～6",
      month: "2026年11月",
      clocks: ["2026年11月4日星期三 16:00～11月7日星期六 00:30（北京时间）", "里昂时间"],
      where: "汇流区 · 广州",
    };
    const plain = picture(TITLES.zh, "threads");
    const png = await drawSharePicture({ ...plain, poster });
    expect(png.length).toBeLessThanOrEqual(45 * 1024);
    const lines = (svg: string) => svg.match(/<path fill="#/g)?.length ?? 0;
    const more = lines(compose({ ...plain, poster })) - lines(compose(plain));
    expect(more).toBe(6);
    const unknown = { ...poster, where: "㛃" };
    expect(lines(compose({ ...plain, poster: unknown })) - lines(compose(plain))).toBe(5);
  });

  test("holds no words that a library would have to set, nothing to fetch and no figure that is none", () => {
    const svg = compose({ ...picture(TITLES.fr), swatch: swatchOfWord("/") });
    expect(svg).not.toMatch(/<text|<image|<script|NaN|undefined|e-\d/);
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toContain("//");
  });

  test("without a character that the font has no outline for, the cloth takes the title's place", () => {
    for (const title of ["𠮷野家", "㛃"]) {
      expect(setTitle(title, WIDTH)).toBeNull();
      expect(compose(picture(title)).length).toBeLessThan(compose(picture("吉野家")).length);
    }
  });
});

describe("a title", () => {
  test("wraps where its script allows, in three lines at most, and ends with … where it is cut", () => {
    const latin = setTitle("mot ".repeat(99), WIDTH);
    expect(latin?.lines).toHaveLength(3);
    expect(latin?.lines.at(-1)).toMatch(/mot…$/);
    const chinese = setTitle("高安全性，储能系统".repeat(20), WIDTH);
    expect(chinese?.lines).toHaveLength(3);
    for (const line of chinese?.lines ?? []) expect(line).not.toMatch(/^[，。]/);
    expect(setTitle("Bienenstockverwaltungs".repeat(9), WIDTH)?.lines).toHaveLength(3);
  });

  test("breaks between Chinese words, and where a name in the other script begins", () => {
    const linesOf = (title: string) => setTitle(title, WIDTH)?.lines;
    expect(linesOf("里昂中小企业广州共享办公室")).toEqual(["里昂中小企业广州", "共享办公室"]);
    const name = ["Institut Saône-Orient de", "management", "索恩—东方管理学院"];
    expect(linesOf(name.join(" "))).toEqual(name);
    expect(linesOf("索恩—东方管理学院 Institut Saône-Orient de management")).toEqual([
      "索恩—东方管理学院",
      "Institut Saône-Orient de",
      "management",
    ]);
    expect(linesOf("Codelys 科德丽软件")).toEqual(["Codelys 科德丽软件"]);
    const latin = linesOf("Rencontres annuelles d’Auvergne-Rhône-Alpes\u00a0: l’avis");
    for (const line of latin ?? []) expect(line).not.toMatch(/^[-:’]|[-’]$/);
  });

  test("keeps its words apart in the line that is cut, and Chinese together", () => {
    const words = setTitle(
      "Greater Bay Area, with training, in return for evaluation ".repeat(3),
      WIDTH,
    );
    expect(words?.lines.join(" ")).toMatch(
      /^(Greater|Bay|Area,|with|training,|in|return|for|evaluation|\s)+\S*…$/,
    );
    expect(setTitle("里昂".repeat(60), WIDTH)?.lines.join("")).toMatch(/^(里昂)+里?…$/);
  });

  test("has an apostrophe no wider than a letter", () => {
    expect(setTitle("Accueil d’une délégation", WIDTH)?.lines.join(" ")).toContain("d’une");
    expect(widthOf("’", 72)).toBeLessThan(widthOf("n", 72));
  });

  test("of one short word is as large as it goes", () => {
    expect(setTitle("里昂", WIDTH)).toEqual({ size: 72, lines: ["里昂"] });
  });
});
