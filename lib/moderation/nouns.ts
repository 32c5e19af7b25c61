import { ASKS } from "../asks/ask";
import { COOPERATIONS } from "../cooperations/cooperation";
import { EVENTS } from "../events/event";
import { EXPERIENCES } from "../experiences/experience";
import { HERITAGE } from "../heritage/heritage";
import { PAGES } from "../pages/page";
import { PROJECTS } from "../projects/project";

/** What the club team decides on, by its kind. */
export const NOUNS = {
  project: PROJECTS,
  experience: EXPERIENCES,
  cooperation: COOPERATIONS,
  heritage: HERITAGE,
  page: PAGES,
  ask: ASKS,
  event: EVENTS,
};
