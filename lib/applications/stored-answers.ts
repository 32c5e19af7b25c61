import { z } from "zod";
import { COUNTRIES, NAME_ORDERS } from "@/db/enums";
import { LOCALES } from "@/lib/core/i18n/locales";
import type { ApplicationAnswers } from "./answers";

const line = z.string().optional().catch(undefined);
const slugs = z.array(z.string()).optional().catch(undefined);
const text = z.object({ fr: line, en: line, zh: line }).optional().catch(undefined);
const tick = z.object({ purpose: z.string(), version: z.number(), locale: z.enum(LOCALES) });

const storedAnswers = z
  .object({
    familyName: line,
    givenName: line,
    nameOrder: z.enum(NAME_ORDERS).optional().catch(undefined),
    nameZh: line,
    jobTitle: text,
    phone: line,
    wechat: line,
    languages: slugs,
    legalName: line,
    chineseName: line,
    organisationKind: line,
    country: z.enum(COUNTRIES).optional().catch(undefined),
    registrationId: line,
    headOffice: line,
    headOfficeElsewhere: line,
    headcount: line,
    sectors: slugs,
    website: line,
    pitch: text,
    activityKinds: slugs,
    activityStage: line,
    cities: slugs,
    expectations: line,
    contribution: line,
    sponsor: line,
    category: line,
    consents: z.array(tick).optional().catch(undefined),
  } satisfies Record<keyof ApplicationAnswers, z.ZodType>)
  .catch({});

/** The answers of an application, whenever it was kept: what today's form would not understand counts as not given. */
export const readAnswers = (stored: unknown): ApplicationAnswers => storedAnswers.parse(stored);
