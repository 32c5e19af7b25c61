import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "@/lib/core/i18n/locales";
import { FaultyCell } from "./faulty-cell";

test.each(["Cantonais", "Mandarin, Cantonais"])(
  "the language of mails is chosen of the three that are written, whatever %s says",
  (cell) => {
    const drawn = renderToStaticMarkup(
      createElement(FaultyCell, {
        ...{ field: "locale", cell, name: "cells.2:4", label: "Langue", hint: "", locale: "fr" },
      }),
    );
    const values = [...drawn.matchAll(/<option value="([^"]*)"/g)].map(([, value]) => value);
    expect(values.filter((value) => value !== "" && value !== cell)).toEqual([...LOCALES]);
  },
);
