import type { Locale } from "@/lib/core/i18n/locales";
import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import { path } from "@/lib/core/paths";
import type { ShellViewer } from "./shell-viewer";

export type NavItem = {
  to: string;
  label: string;
  icon:
    | "building"
    | "calendar"
    | "edit"
    | "folder"
    | "globe"
    | "home"
    | "info"
    | "message"
    | "plus"
    | "shield"
    | "user"
    | "users";
  count?: number;
  countLabel?: string;
};

/** The rooms a person may enter, in order of use. */
export function navItems(copy: ShellCopy, viewer: ShellViewer | null): NavItem[] {
  const organisations: NavItem = {
    to: "/organisations",
    label: copy.nav.organisations,
    icon: "building",
  };
  const activities: NavItem = { to: "/activities", label: copy.nav.activities, icon: "globe" };
  const projects: NavItem = { to: "/projects", label: copy.nav.projects, icon: "folder" };
  const experiences: NavItem = { to: "/experiences", label: copy.nav.experiences, icon: "edit" };
  const events: NavItem = { to: "/events", label: copy.nav.events, icon: "calendar" };
  const about: NavItem = { to: "/about", label: copy.nav.about, icon: "info" };
  if (!viewer?.isMember) {
    const own: NavItem = viewer
      ? { to: "/account", label: copy.nav.account, icon: "user" }
      : { to: "/apply", label: copy.nav.apply, icon: "plus" };
    return [organisations, activities, projects, experiences, events, own, about];
  }
  const items: NavItem[] = [
    { to: "/home", label: copy.nav.home, icon: "home" },
    { to: "/members", label: copy.nav.members, icon: "users" },
    organisations,
    activities,
    projects,
    experiences,
    events,
    about,
  ];
  if (viewer.isStaff) {
    const { waiting: count } = viewer;
    const countLabel = copy.nav.waiting;
    items.push({ to: "/admin", label: copy.nav.admin, icon: "shield", count, countLabel });
  }
  return items;
}

/** What stands between a member and others, with how much of it waits for them; beside the bell on wide screens. */
export const exchangesItem = (copy: ShellCopy, viewer: ShellViewer): NavItem => ({
  to: "/exchanges",
  label: copy.nav.exchanges,
  icon: "message",
  count: viewer.exchanges,
  countLabel: copy.menu.exchangesWaiting,
});

const IN_BAR = ["/home", "/members", "/projects", "/events"];

/** The five under the thumb: so many fit at 320 px. */
export function barItems(copy: ShellCopy, viewer: ShellViewer | null): NavItem[] {
  const items = navItems(copy, viewer);
  if (!viewer?.isMember) return items.filter(({ to }) => to !== "/experiences").slice(0, 5);
  const [home, members, projects, events] = IN_BAR.map(
    (to) => items.find((item) => item.to === to) as NavItem,
  );
  return [home, members, projects, exchangesItem(copy, viewer), events] as NavItem[];
}

/** The rest, which on phones the menu and the footer hold. */
export function menuItems(copy: ShellCopy, viewer: ShellViewer | null): NavItem[] {
  const bar = barItems(copy, viewer);
  return navItems(copy, viewer).filter(({ to }) => !bar.some((item) => item.to === to));
}

/** The address of the room among these that the page lies in. */
export function roomOf(items: NavItem[], current: string, locale: Locale): string | undefined {
  const room = items.find(({ to }) => isWithin(current, to));
  return room && path(locale, room.to);
}

/** Whether an address lies in a room: `/projects/x?page=2` in `/projects`. */
export function isWithin(current: string, to: string): boolean {
  const pathname = current.split(/[?#]/)[0] ?? "";
  return pathname === to || pathname.startsWith(`${to}/`);
}
