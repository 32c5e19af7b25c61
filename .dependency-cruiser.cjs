/** Who may import whom: the floors of the house. Type-only imports count too. */
const room = "^lib/(?!core/)([^/]+)/";

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "app-wires-only",
      comment:
        "Pages reach rooms through queries, actions, schema, policy; never the database or a mutation.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/readyz/" },
      to: { path: "^db/(?!reference/|enums)|^lib/(?!core/).*[./]mutations\\.ts$" },
    },
    {
      name: "components-draw-only",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^app/|^db/(?!enums|reference/)|^lib/(?!core/).*[./](actions|mutations)\\.ts$|^node_modules/zod/",
      },
    },
    {
      name: "components-take-only-types-from-queries",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^lib/(?!core/).*[./]queries\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-knows-no-noun",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^components/(?!ui/)|^lib/(?!core/)|^db/" },
    },
    {
      name: "rooms-stay-below-the-roof",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components|scripts|e2e)/" },
    },
    {
      name: "core-knows-no-noun",
      severity: "error",
      from: { path: "^lib/core/" },
      to: { path: "^lib/(?!core/)" },
    },
    {
      name: "only-queries-and-mutations-touch-the-database",
      severity: "error",
      from: {
        path: room,
        pathNot: "[./](queries|mutations)\\.ts$|\\.test\\.ts$|[./](personal-data|erasure)\\.ts$",
      },
      to: { path: "^db/(client|schema/|relations)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "db-stands-on-its-own",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|components|lib|scripts|e2e)/" },
    },
    {
      name: "nobody-imports-the-tests",
      severity: "error",
      from: {
        pathNot:
          "^e2e/|^scripts/hard-|^db/(read-back|person-in-every-table|owner-with-room)|\\.test\\.ts$",
      },
      to: { path: "^e2e/|^db/(factories|read-back|person-in-every-table|owner-with-room)" },
    },
    {
      name: "rooms-go-one-way",
      comment:
        "applications → organisations → members; activities → organisations; nobody on moderation but audit.",
      severity: "error",
      from: {
        path: "^lib/(accounts|members|projects|search|consents|organisations|affiliations|activities|applications)/",
      },
      to: { path: "^lib/(moderation|audit)/" },
    },
    {
      name: "organisations-stand-below-people",
      severity: "error",
      from: { path: "^lib/organisations/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/(affiliations|activities|applications|projects)/" },
    },
    {
      name: "nobody-stands-on-applications",
      severity: "error",
      from: {
        path: "^lib/(members|organisations|affiliations|activities|projects|consents)/",
        pathNot: "\\.test\\.ts$",
      },
      to: { path: "^lib/applications/" },
    },
    {
      name: "accounts-stand-alone",
      comment: "But for erasure, which goes through every room.",
      severity: "error",
      from: { path: "^lib/accounts/", pathNot: "\\.test\\.ts$|^lib/accounts/eras" },
      to: {
        path: "^lib/(members|projects|moderation|search|organisations|affiliations|activities|applications)/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|\\.data|node_modules/(?!zod))" },
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".mjs", ".js", ".json"] },
    tsConfig: { fileName: "tsconfig.json" },
    babelConfig: { fileName: ".dependency-cruiser-babel.json" },
  },
};
