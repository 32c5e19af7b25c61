import type { Locale } from "./locales";
import enAccounts from "./messages/en/accounts.json" with { type: "json" };
import enActivities from "./messages/en/activities.json" with { type: "json" };
import enAdmin from "./messages/en/admin.json" with { type: "json" };
import enAffiliations from "./messages/en/affiliations.json" with { type: "json" };
import enApplications from "./messages/en/applications.json" with { type: "json" };
import enArrivals from "./messages/en/arrivals.json" with { type: "json" };
import enAsks from "./messages/en/asks.json" with { type: "json" };
import enBookmarks from "./messages/en/bookmarks.json" with { type: "json" };
import enCards from "./messages/en/cards.json" with { type: "json" };
import enClubPages from "./messages/en/club-pages.json" with { type: "json" };
import enConsents from "./messages/en/consents.json" with { type: "json" };
import enCooperations from "./messages/en/cooperations.json" with { type: "json" };
import enDues from "./messages/en/dues.json" with { type: "json" };
import enEntries from "./messages/en/entries.json" with { type: "json" };
import enEnums from "./messages/en/enums.json" with { type: "json" };
import enErrors from "./messages/en/errors.json" with { type: "json" };
import enEvents from "./messages/en/events.json" with { type: "json" };
import enExchanges from "./messages/en/exchanges.json" with { type: "json" };
import enExperiences from "./messages/en/experiences.json" with { type: "json" };
import enFailure from "./messages/en/failure.json" with { type: "json" };
import enHeritage from "./messages/en/heritage.json" with { type: "json" };
import enHome from "./messages/en/home.json" with { type: "json" };
import enImports from "./messages/en/imports.json" with { type: "json" };
import enInterests from "./messages/en/interests.json" with { type: "json" };
import enIntroductions from "./messages/en/introductions.json" with { type: "json" };
import enInvitations from "./messages/en/invitations.json" with { type: "json" };
import enJobs from "./messages/en/jobs.json" with { type: "json" };
import enMachine from "./messages/en/machine.json" with { type: "json" };
import enMailings from "./messages/en/mailings.json" with { type: "json" };
import enMails from "./messages/en/mails.json" with { type: "json" };
import enMatching from "./messages/en/matching.json" with { type: "json" };
import enMembers from "./messages/en/members.json" with { type: "json" };
import enNotices from "./messages/en/notices.json" with { type: "json" };
import enNotifications from "./messages/en/notifications.json" with { type: "json" };
import enOpinions from "./messages/en/opinions.json" with { type: "json" };
import enOrganisations from "./messages/en/organisations.json" with { type: "json" };
import enOutcomes from "./messages/en/outcomes.json" with { type: "json" };
import enPages from "./messages/en/pages.json" with { type: "json" };
import enPhrases from "./messages/en/phrases.json" with { type: "json" };
import enProjects from "./messages/en/projects.json" with { type: "json" };
import enRooms from "./messages/en/rooms.json" with { type: "json" };
import enSecondFactor from "./messages/en/second-factor.json" with { type: "json" };
import enShell from "./messages/en/shell.json" with { type: "json" };
import enStatistics from "./messages/en/statistics.json" with { type: "json" };
import enTranslations from "./messages/en/translations.json" with { type: "json" };
import enUi from "./messages/en/ui.json" with { type: "json" };
import enVetting from "./messages/en/vetting.json" with { type: "json" };
import frAccounts from "./messages/fr/accounts.json" with { type: "json" };
import frActivities from "./messages/fr/activities.json" with { type: "json" };
import frAdmin from "./messages/fr/admin.json" with { type: "json" };
import frAffiliations from "./messages/fr/affiliations.json" with { type: "json" };
import frApplications from "./messages/fr/applications.json" with { type: "json" };
import frArrivals from "./messages/fr/arrivals.json" with { type: "json" };
import frAsks from "./messages/fr/asks.json" with { type: "json" };
import frBookmarks from "./messages/fr/bookmarks.json" with { type: "json" };
import frCards from "./messages/fr/cards.json" with { type: "json" };
import frClubPages from "./messages/fr/club-pages.json" with { type: "json" };
import frConsents from "./messages/fr/consents.json" with { type: "json" };
import frCooperations from "./messages/fr/cooperations.json" with { type: "json" };
import frDues from "./messages/fr/dues.json" with { type: "json" };
import frEntries from "./messages/fr/entries.json" with { type: "json" };
import frEnums from "./messages/fr/enums.json" with { type: "json" };
import frErrors from "./messages/fr/errors.json" with { type: "json" };
import frEvents from "./messages/fr/events.json" with { type: "json" };
import frExchanges from "./messages/fr/exchanges.json" with { type: "json" };
import frExperiences from "./messages/fr/experiences.json" with { type: "json" };
import frFailure from "./messages/fr/failure.json" with { type: "json" };
import frHeritage from "./messages/fr/heritage.json" with { type: "json" };
import frHome from "./messages/fr/home.json" with { type: "json" };
import frImports from "./messages/fr/imports.json" with { type: "json" };
import frInterests from "./messages/fr/interests.json" with { type: "json" };
import frIntroductions from "./messages/fr/introductions.json" with { type: "json" };
import frInvitations from "./messages/fr/invitations.json" with { type: "json" };
import frJobs from "./messages/fr/jobs.json" with { type: "json" };
import frMachine from "./messages/fr/machine.json" with { type: "json" };
import frMailings from "./messages/fr/mailings.json" with { type: "json" };
import frMails from "./messages/fr/mails.json" with { type: "json" };
import frMatching from "./messages/fr/matching.json" with { type: "json" };
import frMembers from "./messages/fr/members.json" with { type: "json" };
import frNotices from "./messages/fr/notices.json" with { type: "json" };
import frNotifications from "./messages/fr/notifications.json" with { type: "json" };
import frOpinions from "./messages/fr/opinions.json" with { type: "json" };
import frOrganisations from "./messages/fr/organisations.json" with { type: "json" };
import frOutcomes from "./messages/fr/outcomes.json" with { type: "json" };
import frPages from "./messages/fr/pages.json" with { type: "json" };
import frPhrases from "./messages/fr/phrases.json" with { type: "json" };
import frProjects from "./messages/fr/projects.json" with { type: "json" };
import frRooms from "./messages/fr/rooms.json" with { type: "json" };
import frSecondFactor from "./messages/fr/second-factor.json" with { type: "json" };
import frShell from "./messages/fr/shell.json" with { type: "json" };
import frStatistics from "./messages/fr/statistics.json" with { type: "json" };
import frTranslations from "./messages/fr/translations.json" with { type: "json" };
import frUi from "./messages/fr/ui.json" with { type: "json" };
import frVetting from "./messages/fr/vetting.json" with { type: "json" };
import zhAccounts from "./messages/zh/accounts.json" with { type: "json" };
import zhActivities from "./messages/zh/activities.json" with { type: "json" };
import zhAdmin from "./messages/zh/admin.json" with { type: "json" };
import zhAffiliations from "./messages/zh/affiliations.json" with { type: "json" };
import zhApplications from "./messages/zh/applications.json" with { type: "json" };
import zhArrivals from "./messages/zh/arrivals.json" with { type: "json" };
import zhAsks from "./messages/zh/asks.json" with { type: "json" };
import zhBookmarks from "./messages/zh/bookmarks.json" with { type: "json" };
import zhCards from "./messages/zh/cards.json" with { type: "json" };
import zhClubPages from "./messages/zh/club-pages.json" with { type: "json" };
import zhConsents from "./messages/zh/consents.json" with { type: "json" };
import zhCooperations from "./messages/zh/cooperations.json" with { type: "json" };
import zhDues from "./messages/zh/dues.json" with { type: "json" };
import zhEntries from "./messages/zh/entries.json" with { type: "json" };
import zhEnums from "./messages/zh/enums.json" with { type: "json" };
import zhErrors from "./messages/zh/errors.json" with { type: "json" };
import zhEvents from "./messages/zh/events.json" with { type: "json" };
import zhExchanges from "./messages/zh/exchanges.json" with { type: "json" };
import zhExperiences from "./messages/zh/experiences.json" with { type: "json" };
import zhFailure from "./messages/zh/failure.json" with { type: "json" };
import zhHeritage from "./messages/zh/heritage.json" with { type: "json" };
import zhHome from "./messages/zh/home.json" with { type: "json" };
import zhImports from "./messages/zh/imports.json" with { type: "json" };
import zhInterests from "./messages/zh/interests.json" with { type: "json" };
import zhIntroductions from "./messages/zh/introductions.json" with { type: "json" };
import zhInvitations from "./messages/zh/invitations.json" with { type: "json" };
import zhJobs from "./messages/zh/jobs.json" with { type: "json" };
import zhMachine from "./messages/zh/machine.json" with { type: "json" };
import zhMailings from "./messages/zh/mailings.json" with { type: "json" };
import zhMails from "./messages/zh/mails.json" with { type: "json" };
import zhMatching from "./messages/zh/matching.json" with { type: "json" };
import zhMembers from "./messages/zh/members.json" with { type: "json" };
import zhNotices from "./messages/zh/notices.json" with { type: "json" };
import zhNotifications from "./messages/zh/notifications.json" with { type: "json" };
import zhOpinions from "./messages/zh/opinions.json" with { type: "json" };
import zhOrganisations from "./messages/zh/organisations.json" with { type: "json" };
import zhOutcomes from "./messages/zh/outcomes.json" with { type: "json" };
import zhPages from "./messages/zh/pages.json" with { type: "json" };
import zhPhrases from "./messages/zh/phrases.json" with { type: "json" };
import zhProjects from "./messages/zh/projects.json" with { type: "json" };
import zhRooms from "./messages/zh/rooms.json" with { type: "json" };
import zhSecondFactor from "./messages/zh/second-factor.json" with { type: "json" };
import zhShell from "./messages/zh/shell.json" with { type: "json" };
import zhStatistics from "./messages/zh/statistics.json" with { type: "json" };
import zhTranslations from "./messages/zh/translations.json" with { type: "json" };
import zhUi from "./messages/zh/ui.json" with { type: "json" };
import zhVetting from "./messages/zh/vetting.json" with { type: "json" };

const en = {
  accounts: enAccounts,
  vetting: enVetting,
  organisations: enOrganisations,
  clubPages: enClubPages,
  consents: enConsents,
  cooperations: enCooperations,
  arrivals: enArrivals,
  cards: enCards,
  applications: enApplications,
  asks: enAsks,
  bookmarks: enBookmarks,
  affiliations: enAffiliations,
  activities: enActivities,
  admin: enAdmin,
  dues: enDues,
  entries: enEntries,
  enums: enEnums,
  errors: enErrors,
  exchanges: enExchanges,
  events: enEvents,
  experiences: enExperiences,
  failure: enFailure,
  heritage: enHeritage,
  home: enHome,
  introductions: enIntroductions,
  invitations: enInvitations,
  jobs: enJobs,
  imports: enImports,
  interests: enInterests,
  machine: enMachine,
  mailings: enMailings,
  mails: enMails,
  matching: enMatching,
  members: enMembers,
  notices: enNotices,
  notifications: enNotifications,
  opinions: enOpinions,
  outcomes: enOutcomes,
  pages: enPages,
  phrases: enPhrases,
  projects: enProjects,
  rooms: enRooms,
  secondFactor: enSecondFactor,
  shell: enShell,
  translations: enTranslations,
  statistics: enStatistics,
  ui: enUi,
};

/** The interface's words. English gives the shape; the other languages must have the same keys. */
export type Catalogue = typeof en;

const fr: Catalogue = {
  accounts: frAccounts,
  vetting: frVetting,
  organisations: frOrganisations,
  clubPages: frClubPages,
  consents: frConsents,
  cooperations: frCooperations,
  arrivals: frArrivals,
  cards: frCards,
  applications: frApplications,
  asks: frAsks,
  bookmarks: frBookmarks,
  affiliations: frAffiliations,
  activities: frActivities,
  admin: frAdmin,
  dues: frDues,
  entries: frEntries,
  enums: frEnums,
  errors: frErrors,
  exchanges: frExchanges,
  events: frEvents,
  experiences: frExperiences,
  failure: frFailure,
  heritage: frHeritage,
  home: frHome,
  introductions: frIntroductions,
  invitations: frInvitations,
  jobs: frJobs,
  imports: frImports,
  interests: frInterests,
  machine: frMachine,
  mailings: frMailings,
  mails: frMails,
  matching: frMatching,
  members: frMembers,
  notices: frNotices,
  notifications: frNotifications,
  opinions: frOpinions,
  outcomes: frOutcomes,
  pages: frPages,
  phrases: frPhrases,
  projects: frProjects,
  rooms: frRooms,
  secondFactor: frSecondFactor,
  shell: frShell,
  translations: frTranslations,
  statistics: frStatistics,
  ui: frUi,
};

const zh: Catalogue = {
  accounts: zhAccounts,
  vetting: zhVetting,
  organisations: zhOrganisations,
  clubPages: zhClubPages,
  consents: zhConsents,
  cooperations: zhCooperations,
  arrivals: zhArrivals,
  cards: zhCards,
  applications: zhApplications,
  asks: zhAsks,
  bookmarks: zhBookmarks,
  affiliations: zhAffiliations,
  activities: zhActivities,
  admin: zhAdmin,
  dues: zhDues,
  entries: zhEntries,
  enums: zhEnums,
  errors: zhErrors,
  exchanges: zhExchanges,
  events: zhEvents,
  experiences: zhExperiences,
  failure: zhFailure,
  heritage: zhHeritage,
  home: zhHome,
  introductions: zhIntroductions,
  invitations: zhInvitations,
  jobs: zhJobs,
  imports: zhImports,
  interests: zhInterests,
  machine: zhMachine,
  mailings: zhMailings,
  mails: zhMails,
  matching: zhMatching,
  members: zhMembers,
  notices: zhNotices,
  notifications: zhNotifications,
  opinions: zhOpinions,
  outcomes: zhOutcomes,
  pages: zhPages,
  phrases: zhPhrases,
  projects: zhProjects,
  rooms: zhRooms,
  secondFactor: zhSecondFactor,
  shell: zhShell,
  translations: zhTranslations,
  statistics: zhStatistics,
  ui: zhUi,
};

export const CATALOGUES: Record<Locale, Catalogue> = { fr, en, zh };
