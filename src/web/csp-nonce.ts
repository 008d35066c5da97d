// The nonce of this page, which every style element made by a script must carry.

/** Returns the nonce that the server put into the page; empty in a page served without one. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}
