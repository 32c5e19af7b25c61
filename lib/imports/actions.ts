"use server";

import { adminAction } from "@/lib/core/action";
import { addPerson } from "./add-person.mutations";
import {
  addPersonInput,
  chooseRowsInput,
  importInput,
  mapImportInput,
  mendImportInput,
} from "./form.schema";
import { discardImport, leaveOutFaults, reviseImport, startImport, startUndo } from "./mutations";

const pageOf = (importId: string) => `/admin/import/${importId}`;

export const mapImportAction = adminAction(mapImportInput, async (tx, viewer, input) => {
  const { importId, version, ...revised } = input;
  await reviseImport(tx, viewer, { importId, version, revised });
  return { redirectTo: pageOf(importId), notice: "saved" };
});

export const mendImportAction = adminAction(mendImportInput, async (tx, viewer, input) => {
  const { importId, version, cells, leaveOut } = input;
  if (leaveOut) await leaveOutFaults(tx, viewer, { importId, version });
  else await reviseImport(tx, viewer, { importId, version, revised: { cells } });
  return { redirectTo: pageOf(importId), notice: "saved" };
});

export const chooseRowsAction = adminAction(chooseRowsInput, async (tx, viewer, input) => {
  const { importId, version, choices } = input;
  await reviseImport(tx, viewer, { importId, version, revised: { choices } });
  return { redirectTo: pageOf(importId), notice: "saved" };
});

export const startImportAction = adminAction(importInput, async (tx, viewer, input) => {
  await startImport(tx, viewer, input);
  return { redirectTo: pageOf(input.importId) };
});

export const undoImportAction = adminAction(importInput, async (tx, viewer, input) => {
  await startUndo(tx, viewer, input);
  return { redirectTo: pageOf(input.importId) };
});

export const discardImportAction = adminAction(importInput, async (tx, viewer, input) => {
  await discardImport(tx, viewer, input);
  return { redirectTo: "/admin/import", notice: "importDiscarded" };
});

export const addPersonAction = adminAction(addPersonInput, async (tx, viewer, input) => {
  await addPerson(tx, viewer, input);
  return { redirectTo: "/admin/import", notice: "personAdded" };
});
