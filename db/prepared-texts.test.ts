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
