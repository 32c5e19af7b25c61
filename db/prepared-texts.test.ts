import { describe, expect, it } from "vitest";
import { PreparedTexts } from "./prepared-texts";

const twice = (texts: PreparedTexts, text: string) => [texts.meet(text), texts.meet(text)];

describe("prepared texts", () => {
  it("are those met a second time", () => {
    const texts = new PreparedTexts();
    expect([...twice(texts, "a"), texts.meet("a"), texts.meet("b")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("are some hundreds at most: later ones go without, those there are stay", () => {
    const texts = new PreparedTexts();
    const named = Array.from({ length: 2000 }, (_, i) => twice(texts, `t${i}`)[1]);
    expect(named.filter(Boolean).length).toBeLessThanOrEqual(500);
    expect([texts.meet("t0"), texts.meet("t1999")]).toEqual([true, false]);
  });

  it("are the ones that come often, also after many that came twice", () => {
    const texts = new PreparedTexts();
    for (let i = 0; i < 2000; i += 1) twice(texts, `seldom ${i}`);
    const usesOf = (text: string) => {
      for (let uses = 1; uses <= 1000; uses += 1) if (texts.meet(text)) return uses;
      return null;
    };
    expect(usesOf("page")).toBe(20);
    for (let i = 0; i < 170; i += 1) usesOf(`page ${i}`);
    expect(usesOf("x".repeat(59_000))).toBe(200);
    expect(texts.meet("page")).toBe(true);
  });

  it("are none that come again only after a thousand others", () => {
    const texts = new PreparedTexts();
    texts.meet("seldom");
    for (let i = 0; i < 1000; i += 1) texts.meet(`once ${i}`);
    expect(twice(texts, "seldom")).toEqual([false, true]);
  });

  it("are not those that went stale", () => {
    const texts = new PreparedTexts();
    twice(texts, "a");
    texts.forget("a");
    texts.forget("never met");
    expect([...twice(texts, "a"), ...twice(texts, "never met")]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});
