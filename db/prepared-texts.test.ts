import { describe, expect, it } from "vitest";
import { MetTexts, PreparedTexts } from "./prepared-texts";

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

  it("are those that another connection of the client has met too", () => {
    const met = new MetTexts();
    const [one, other] = [new PreparedTexts(met), new PreparedTexts(met)];
    expect([one.meet("a"), other.meet("a"), one.meet("a")]).toEqual([false, true, true]);
  });

  it("wear a connection out that has planned twice its room for texts that found none", () => {
    const texts = new PreparedTexts();
    for (let i = 0; i < 10; i += 1) twice(texts, `${i}${"x".repeat(59_000)}`);
    const page = "x".repeat(50_000);
    const uses = Array.from({ length: 25 }, () => texts.meet(page) || texts.isWorn);
    expect(uses.indexOf(true)).toBe(-1);
    expect([texts.meet(page), texts.isWorn]).toEqual([false, true]);
  });

  it("wear none out by what comes once", () => {
    const texts = new PreparedTexts();
    for (let i = 0; i < 100; i += 1) texts.meet(`${i}${"x".repeat(59_000)}`);
    expect(texts.isWorn).toBe(false);
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
