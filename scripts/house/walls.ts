import type { Edge } from "./imports";

const TEST = /\.test\.(ts|mjs)$/;
const noun = "(?!core/|entries/)[^/]+/";

/** From and to by path; `to` may ask what the path it comes from is called. A type passes only where it is said. */
type Wall = {
  from: RegExp;
  to: RegExp | ((...named: string[]) => RegExp);
  except?: RegExp;
  mayPassAsType?: true;
};

/** The pieces in which a noun shows itself, a name, a title, a state, on the cards and pages of others. */
export const FACES = [
  "members/member-name",
  "members/member-list",
  "members/status-badge",
  "organisations/organisation-title",
  "projects/project-title",
  "projects/project-body",
];

/** What tests make their rows with, read them back by and count. */
const OF_TESTS =
  "^db/(factories|[^/]+-factory|read-back|person-in-every-table|owner-with-room|room-of-three|one-of-each-kind|line-(changes|faults)|statement-count)\\.";

const inside = (words: string) => new RegExp(`^(${words})/`);

/** Who may import whom: the floors of the house, and the rooms on each floor. */
export const WALLS: Record<string, Wall> = {
  "pages reach the database through a room": {
    from: /^app\//,
    except: /^app\/readyz\//,
    to: /^db\/(?!enums|reference\/)/,
  },
  "pages write through actions": { from: /^app\//, to: /[./]mutations\.ts$/ },
  "nothing imports a route": { from: /^(?!app\/)/, to: inside("app") },
  "components never reach the server side": {
    from: /^components\//,
    to: /^db\/(?!enums|reference\/)|^lib\/.*[./](actions|mutations)\.ts$|^(scripts|e2e)\//,
  },
  "components take only types from queries": {
    from: /^components\//,
    to: /[./]queries\.ts$/,
    mayPassAsType: true,
  },
  "no zod in the browser": { from: /^components\//, to: /^zod\b/ },
  "primitives know no noun": {
    from: /^components\/ui\//,
    to: /^components\/(?!ui\/)|^lib\/(?!core\/)|^db\//,
  },
  "the frame and the entries' facade know no noun": {
    from: /^components\/(shell|entries)\//,
    to: new RegExp(`^components/(?!ui/|shell/|entries/)|^lib/(?!members/member-card\\.)${noun}`),
  },
  "a noun's facade draws no other noun but by the pieces it shows itself in": {
    from: /^components\/(?!ui\/|shell\/|entries\/)([^/]+)\//,
    to: (own) => new RegExp(`^components/(?!(ui|shell|entries|${own})/|(${FACES.join("|")})\\.)`),
  },
  "rooms stay below the roof": { from: /^lib\//, to: inside("app|components|scripts|e2e") },
  "core knows no noun": { from: /^lib\/core\//, to: /^lib\/(?!core\/)/ },
  "core reads a closed list of tables": {
    from: /^lib\/core\//,
    except: TEST,
    to: /^db\/schema\/(?!(accounts|audit|files|jobs|mail|members|moderation|notices|rate-limits|second-factors)\.)/,
  },
  // `search` is how words are found: it knows no noun either. People own entries, ask, offer and read: their names are told.
  "entries know no noun": {
    from: /^lib\/entries\//,
    except: TEST,
    to: new RegExp(
      `^lib/(?!search/|members/(member-card|sight.queries|person.queries|listed.queries)\\.)${noun}`,
    ),
  },
  "only queries and mutations touch the database": {
    from: /^lib\/(?!core\/)/,
    except: new RegExp(`[./](queries|mutations|personal-data|erasure)\\.ts$|${TEST.source}`),
    to: /^db\/(client|schema\/|relations)/,
    mayPassAsType: true,
  },
  "a room calls no action": { from: /^lib\//, except: TEST, to: /[./]actions\.ts$/ },
  "what reads does not write": { from: /[./]queries\.ts$/, to: /[./]mutations\.ts$/ },
  "rules and schemas are pure": {
    from: /^lib\/.*[./](schema|policy)\.ts$/,
    to: /^lib\/.*[./](queries|mutations)\.ts$|^db\/(?!enums|reference\/)/,
  },
  "a room never imports a room within it": {
    from: /^lib\/(?!core\/)([^/]+)\/[^/]+$/,
    except: TEST,
    to: (room) => new RegExp(`^lib/${room}/[^/]+/`),
  },
  "nouns know neither moderation nor the trail": {
    from: /^lib\/(?!core\/|moderation\/|audit\/)/,
    except: TEST,
    to: /^lib\/(moderation|audit)\//,
  },
  "organisations stand below people": {
    from: /^lib\/organisations\//,
    except: TEST,
    to: /^lib\/(affiliations|activities|applications|projects)\//,
  },
  "nobody stands on applications": {
    from: /^lib\/(members|organisations|affiliations|activities|projects|consents)\//,
    except: TEST,
    to: /^lib\/applications\//,
  },
  "accounts stand alone, but for erasure": {
    from: /^lib\/accounts\//,
    except: new RegExp(`^lib/accounts/(eras|leaving|(shared|work)\\.personal-data)|${TEST.source}`),
    to: /^lib\/(members|projects|moderation|search|organisations|affiliations|activities|applications)\//,
  },
  "the ground stands on its own": { from: /^db\//, to: inside("app|components|lib|scripts|e2e") },
  "nobody imports the tests": {
    from: /^(?!e2e\/)/,
    except: new RegExp(
      `^scripts/(hard[-/]|(every-kind|notices|seats)/|seed/demo-mailings\\.)|${OF_TESTS}|${TEST.source}`,
    ),
    to: new RegExp(`^e2e/|${OF_TESTS}`),
  },
};

/** Whether an import goes through a wall. */
export function breaks({ from, except, to, mayPassAsType }: Wall, edge: Edge): boolean {
  const named = from.exec(edge.from);
  if (!named || except?.test(edge.from) || (mayPassAsType && edge.isType)) return false;
  return (to instanceof RegExp ? to : to(...named.slice(1))).test(edge.to);
}

/** The folders in which no circle may be, by the names that files have there; core's own files stand for themselves. */
export const FOLDERS: Record<string, (file: string) => string | undefined> = {
  "rooms and the facades of nouns": (file) => /^(lib|components)\/[^/]+(?=\/)/.exec(file)?.[0],
  "rooms with the rooms within them": (file) => /^lib\/(?!core\/).*(?=\/)/.exec(file)?.[0],
  "the parts of core": (file) => /^lib\/core\/[^/]+/.exec(file)?.[0],
};

/** Imports between files as imports between the folders they lie in. */
export function betweenFolders(edges: Edge[], nameOf: (file: string) => string | undefined) {
  return edges.flatMap(({ from, to }) => {
    const [one, other] = [nameOf(from), nameOf(to)];
    return one && other && one !== other && !TEST.test(from) ? [{ from: one, to: other }] : [];
  });
}
