import type { Locale } from "@/lib/core/i18n/locales";
import { type MachineWords, toMachineShown } from "@/lib/core/i18n/machine-view";
import { MachineMade } from "../ui/machine-made";

type MachineUnderProps = { made: MachineWords | undefined; locale: Locale };

/** What a machine made of the words above, if it was asked to. */
export const MachineUnder = ({ made, locale }: MachineUnderProps) =>
  made ? <MachineMade machine={toMachineShown(made, locale)} /> : null;
