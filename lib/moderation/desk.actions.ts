"use server";

import { adminAction } from "../core/action";
import { stayOn } from "../core/auth/request";
import { noteOnItem, releaseItem, takeItem } from "./desk.mutations";
import { noteItemInput, releaseItemInput, takeItemInput } from "./desk.schema";
import { dossierOf } from "./queue-address";

export const takeItemAction = adminAction(
  takeItemInput,
  async (tx, viewer, input, { locale, request }) => {
    await takeItem(tx, { ...viewer, locale }, input);
    return { ...stayOn(request, dossierOf(input)), notice: "itemTaken" };
  },
);

export const releaseItemAction = adminAction(
  releaseItemInput,
  async (tx, viewer, input, { request }) => {
    await releaseItem(tx, viewer, input);
    return { ...stayOn(request, dossierOf(input)), notice: "itemReleased" };
  },
);

export const noteItemAction = adminAction(noteItemInput, async (tx, viewer, input, { request }) => {
  await noteOnItem(tx, viewer, input);
  return { ...stayOn(request, dossierOf(input), "#notes"), notice: "noteAdded" };
});
