import { z } from "zod";

/** All that a button says. */
export const noFields = z.strictObject({});
