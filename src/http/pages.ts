// The few pages that the server makes itself: before the app's own page may be shown, and where it
// cannot be. Plain sentences. Never anything that came with the request.

export interface ServerPage {
  readonly nonce: string;
  readonly title: string;
  /** HTML, trusted: what comes from elsewhere is escaped before. */
  readonly body: string;
  /** More rules for this page's style. */
  readonly style?: string;
  /** A script of our own, by its path. */
  readonly script?: string;
  /** Goes on to this path by itself. */
  readonly goesTo?: string;
}

/** Returns a whole page in the server's plain dress. */
export function makePage({ nonce, title, body, style = "", script, goesTo }: ServerPage): string {
  const refresh =
    goesTo === undefined ? "" : `<meta http-equiv="refresh" content="0; url=${goesTo}">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${refresh}<title>${title} · Throughline</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d2426; --line: #17666d; }
@media (prefers-color-scheme: dark) { :root { --paper: #16191a; --ink: #e9e6df; --line: #6fc0c6; } }
a { color: var(--line); }
body { background: var(--paper); color: var(--ink); font: 1.125rem/1.6 Georgia, "Times New Roman", serif; max-width: 34rem; margin: 15vh auto 2rem; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; font-weight: 600; line-height: 1.25; }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; }
hr { border: 0; border-top: 3px solid var(--line); width: 4rem; margin: 0 0 2rem; }
${style}</style>
${script === undefined ? "" : `<script src="${script}" defer></script>`}
</head>
<body>
<main>
<hr>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

/**
 * Returns the page for a browser that has not been let in; `elsewhere` is the address at which it may
 * have been.
 */
export function makeClosedPage(nonce: string, elsewhere?: string): string {
  const hint =
    elsewhere === undefined
      ? ""
      : `<p>If you have opened it in this browser already, go to <a href="${elsewhere}">${elsewhere}</a>.</p>`;
  return makePage({
    nonce,
    title: "Please open the link from the terminal",
    body: `<p>Throughline is running, but this browser does not know it yet. The terminal in which it was
started shows a link that ends in <code>/start?token=…</code>. Open that link once, and this address works
from then on.</p>
${hint}
<p>That way no other person and no other program on this machine can read your record.</p>`,
  });
}

/** Returns the page for a start link that opens nothing any more. */
export function makeUsedLinkPage(nonce: string): string {
  return makePage({
    nonce,
    title: "This link has been used",
    body: `<p>A start link works once. If you opened it in another browser, carry on there.</p>
<p>For a new link, end Throughline in its terminal with Ctrl+C and start it again with
<code>npm start</code> (or <code>throughline serve</code>). Nothing you saved is lost.</p>`,
  });
}

/** Returns the page that lets the browser go on by itself, so that it brings its new cookie along. */
export function makeWelcomePage(nonce: string): string {
  return makePage({
    nonce,
    title: "Come in",
    body: `<p><a href="/">Go on to Throughline</a></p>`,
    goesTo: "/",
  });
}

/** Returns the page for a checkout in which the web app was not built. */
export function makeNotBuiltPage(nonce: string): string {
  return makePage({
    nonce,
    title: "The pages are not built yet",
    body: `<p>The server runs, but the pages it should show are missing. End it with Ctrl+C and run
<code>npm start</code>, which builds them first. The <a href="/api">programming interface</a> works
without them.</p>`,
  });
}
