// What surrounds every page: the way to skip, the name, the navigation, the place of the page.

import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** The contents, in groups; on a phone they run on without their headings. */
const GROUPS = [
  {
    heading: undefined,
    pages: [
      { to: "/", label: "Start" },
      { to: "/today", label: "Today" },
      { to: "/check-in", label: "Check-in" },
    ],
  },
  {
    heading: "Where I stand",
    pages: [
      { to: "/record", label: "Record" },
      { to: "/horizons", label: "Job, work, career" },
      { to: "/abilities", label: "Abilities" },
      { to: "/rate", label: "Rate yourself" },
      { to: "/compass", label: "Compass" },
    ],
  },
  {
    heading: "Where to",
    pages: [
      { to: "/gaps", label: "Goal and gaps" },
      { to: "/interview", label: "Interview" },
      { to: "/springboards", label: "Springboards" },
      { to: "/occupations", label: "Occupations" },
    ],
  },
  {
    heading: "The way",
    pages: [
      { to: "/routes", label: "Routes" },
      { to: "/plan", label: "Plan" },
      { to: "/backups", label: "Backups" },
    ],
  },
  { heading: undefined, pages: [{ to: "/data", label: "Data" }] },
] as const;
const PAGES: readonly { readonly to: string; readonly label: string }[] = GROUPS.flatMap(
  ({ pages }) => [...pages],
);

/** Pages that are reached from others and have no place of their own in the contents. */
const INNER_PAGES: Readonly<Record<string, string>> = {
  "/assessment": "Seven dimensions",
  "/occupation": "Occupation",
  "/catalogues": "Catalogues",
  "/review-talk": "The talk with your manager",
  "/plans": "Plans kept",
};

export function Shell() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(true);
  const label = PAGES.find((page) => page.to === path)?.label ?? INNER_PAGES[path] ?? "Not found";
  useEffect(() => {
    document.title = `${label} · Throughline`;
    // A reader by ear or by keyboard is brought to the new page, as a click on a link would do.
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [label]);
  return (
    <div className="shell">
      <a className="skip" href="#page">
        Skip to the page
      </a>
      <header className="masthead">
        <Link to="/" className="wordmark">
          <Mark />
          Throughline
        </Link>
        <SchemeToggle />
      </header>
      <nav className="contents" aria-label="Pages">
        <div className="groups">
          {GROUPS.map(({ heading, pages }) => (
            <div key={pages[0].to} className="group">
              {heading !== undefined && (
                <p className="group-name" id={groupIdOf(heading)}>
                  {heading}
                </p>
              )}
              <ol {...(heading === undefined ? {} : { "aria-labelledby": groupIdOf(heading) })}>
                {pages.map((page) => (
                  <li key={page.to}>
                    <Link to={page.to} activeOptions={{ exact: true, includeSearch: false }}>
                      {page.label}
                    </Link>
                  </li>
                ))}
              </ol>
            </div>
          ))}
        </div>
      </nav>
      <main id="page" className="page" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function groupIdOf(heading: string): string {
  return `pages-${heading.toLowerCase().replaceAll(" ", "-")}`;
}

/** The throughline itself: solid to today, dashed from there on. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" className="mark">
      <path d="M3 25 C 9 25 9 16 16 16" className="past" />
      <path d="M16 16 C 23 16 23 7 29 7" className="planned" />
      <circle cx="16" cy="16" r="4" className="today" />
    </svg>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      color="gray"
      aria-label={`Use ${other} colours`}
      title={`Use ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.6" />
        <path d="M10 3 a7 7 0 0 1 0 14 z" fill="currentColor" />
      </svg>
    </ActionIcon>
  );
}

export function NotFound() {
  return (
    <>
      <h1>There is no such page</h1>
      <p>
        <Link to="/">Back to the start</Link>
      </p>
    </>
  );
}

/** A page that broke; what is stored is not touched by it. */
export function Failed() {
  return (
    <>
      <h1>This page could not be shown</h1>
      <p>
        Nothing of yours is lost. <a href="/">Load Throughline again</a>; if it happens once more, a
        note to its makers with what you did helps.
      </p>
    </>
  );
}
