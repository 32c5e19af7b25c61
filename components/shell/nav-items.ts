import type { ShellCopy } from "@/lib/core/i18n/shell-copy";
import type { ShellViewer } from "./shell-viewer";

export type NavItem = { to: string; label: string; count?: number; countLabel?: string };

/** The rooms a person may enter from the header, in order. */
export function navItems(copy: ShellCopy, viewer: ShellViewer | null): NavItem[] {
  const items: NavItem[] = [];
  if (viewer?.isMember) {
    items.push({ to: "/home", label: copy.nav.home }, { to: "/members", label: copy.nav.members });
  }
  items.push(
    { to: "/projects", label: copy.nav.projects },
    { to: "/about", label: copy.nav.about },
  );
  if (viewer?.isStaff) {
    items.push({
      to: "/admin",
      label: copy.nav.admin,
      count: viewer.waiting,
      countLabel: copy.nav.waiting,
    });
  }
  return items;
}

/** Whether an address lies in a room: `/projects/x?page=2` in `/projects`. */
export function isWithin(current: string, to: string): boolean {
  const pathname = current.split(/[?#]/)[0] ?? "";
  return pathname === to || pathname.startsWith(`${to}/`);
}
